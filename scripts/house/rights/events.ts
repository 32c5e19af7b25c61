import { MODERATION_STATES } from "@/db/enums";
import { draftSlug } from "@/lib/entries/draft-slug";
import * as policy from "@/lib/events/policy";
import { type Cell, lineFor, row, VIEWERS } from "./actors";
import { keptFacts } from "./kept";

const ADMINISTERED = "administrators ownAdministrator";
const KEEPERS = "owner administrators";

const ROLES = {
  manager: "profiles owner administrators",
  person: ADMINISTERED,
  nothing: ADMINISTERED,
};

/** An event is the club's, kept by who is named to and by whoever manages a host; what it has of its own. */
export const eventCells = (): Cell[] => [
  ...Object.entries(ROLES).flatMap(([role, line]) =>
    row("canDraftEvent", `a host's ${role}`, line, VIEWERS, (actor) =>
      policy.canDraftEvent(actor, [role === "nothing" ? null : (role as "manager")]),
    ),
  ),
  ...row("canSetHosts", "a draft again", ADMINISTERED, VIEWERS, (actor) =>
    policy.canSetHosts(actor, { ...keptFacts("draft"), slug: "forum" }),
  ),
  ...MODERATION_STATES.flatMap((state) => {
    const lines = {
      draft: KEEPERS,
      "changes-requested": ADMINISTERED,
      submitted: ADMINISTERED,
      published: ADMINISTERED,
      others: "nobody",
    };
    return row("canSetHosts", state, lineFor(lines, state), VIEWERS, (actor) =>
      policy.canSetHosts(actor, { ...keptFacts(state), slug: draftSlug() }),
    );
  }),
  ...MODERATION_STATES.flatMap((state) => {
    const lines = {
      draft: KEEPERS,
      "changes-requested": KEEPERS,
      submitted: KEEPERS,
      published: KEEPERS,
      others: "nobody",
    };
    const invited = { published: KEEPERS, others: "nobody" };
    return [
      ...row("canNamePeople", state, lineFor(lines, state), VIEWERS, (actor) =>
        policy.canNamePeople(actor, keptFacts(state), "speaker"),
      ),
      ...row("canNamePeople", `to come to ${state}`, lineFor(invited, state), VIEWERS, (actor) =>
        policy.canNamePeople(actor, keptFacts(state), "invited"),
      ),
    ];
  }),
];
