import {
  MAILING_KINDS,
  MAILING_STATES,
  type MailingKind,
  type MailingState,
  RECIPIENT_STATES,
} from "@/db/enums";
import * as policy from "@/lib/mailings/policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

const WRITERS = "administrators ownAdministrator";

const EDIT: Lines = { draft: WRITERS, others: "nobody" };

/** By kind, from where to where: what is mailed is ended by the worker, an announcement by its start. */
const MOVE: Lines = {
  "announcement/draft/sent": WRITERS,
  "announcement/*/*": "nobody",
  "*/draft/sending": WRITERS,
  "*/sending/stopped": WRITERS,
  "*/stopped/sending": WRITERS,
  "*/*/*": "nobody",
};

/** By state, and whether it stands on the home page. */
const END: Lines = { "draft/*": "nobody", "*/shown": WRITERS, others: "nobody" };

const BOUNCE: Lines = { sent: WRITERS, refused: WRITERS, others: "nobody" };

const moves = MAILING_KINDS.flatMap((kind) =>
  MAILING_STATES.flatMap((state) =>
    MAILING_STATES.map((to): [MailingKind, MailingState, MailingState] => [kind, state, to]),
  ),
);

const endings = MAILING_STATES.flatMap((state) => [
  { on: `${state}/shown`, it: { state, shownUntil: "2026-12-01" } },
  { on: `${state}/not`, it: { state, shownUntil: null } },
]);

/** Notices, newsletters and announcements are administrators'; a member dismisses what they have read. */
export const mailingCells = (): Cell[] => [
  ...row("canWriteToMembers", "", WRITERS, VIEWERS, policy.canWriteToMembers),
  ...row("canDismissAnnouncement", "", "profiles owner", VIEWERS, policy.canDismissAnnouncement),
  ...MAILING_STATES.flatMap((state) =>
    row("canEditMailing", state, lineFor(EDIT, state), VIEWERS, (actor) =>
      policy.canEditMailing(actor, { state }),
    ),
  ),
  ...moves.flatMap(([kind, state, to]) => {
    const on = `${kind}/${state}/${to}`;
    return row("canMoveMailing", on, lineFor(MOVE, on), VIEWERS, (actor) =>
      policy.canMoveMailing(actor, { kind, state }, to),
    );
  }),
  ...endings.flatMap(({ on, it }) =>
    row("canEndAnnouncement", on, lineFor(END, on), VIEWERS, (actor) =>
      policy.canEndAnnouncement(actor, it),
    ),
  ),
  ...RECIPIENT_STATES.flatMap((state) =>
    row("canMarkBounced", state, lineFor(BOUNCE, state), VIEWERS, (actor) =>
      policy.canMarkBounced(actor, { state }),
    ),
  ),
];
