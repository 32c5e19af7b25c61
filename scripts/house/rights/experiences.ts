import { MEMBERSHIP_STATUSES, MODERATION_STATES } from "@/db/enums";
import * as opinions from "@/lib/experiences/opinions.policy";
import * as policy from "@/lib/experiences/policy";
import { type Actor, type Cell, facing, isHere, lineFor, row, VIEWERS } from "./actors";
import { factsOf } from "./entries";

/** What each keeps a member from endorsing or contradicting what is online. */
const GROUND = {
  open: {},
  hidden: { isHidden: true },
  unsigned: { isSigned: false },
  colleague: { isColleague: true },
  unlisted: { isListed: false },
  spoken: { hasSpoken: true },
};
const FREE = {
  isHidden: false,
  isSigned: true,
  isColleague: false,
  isListed: true,
  hasSpoken: false,
};

const givingCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      Object.entries(GROUND).flatMap(([word, ground]) => {
        const on = `${isHere(status) ? state : `${state}, author away`}/${word}`;
        const experience = { ...factsOf(state, status), ...FREE, ...ground };
        const ask = (actor: Actor) => opinions.canGiveOpinion(actor, experience);
        const line = lineFor({ "published/open": "profiles", others: "nobody" }, on);
        return row("canGiveOpinion", on, line, facing(status), ask);
      }),
    ),
  );

/** All of them said by the `owner`. */
const withdrawingCells = (): Cell[] =>
  Object.entries({ shown: "owner", hidden: "nobody" }).flatMap(([on, line]) =>
    row("canWithdrawOpinion", on, line, VIEWERS, (actor) =>
      opinions.canWithdrawOpinion(actor, { memberId: "own-member", isHidden: on === "hidden" }),
    ),
  );

const confirmingCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [true, false].flatMap((isHidden) => {
        const on = `${state}, ${isHidden ? "hidden" : "shown"}`;
        const ask = (actor: Actor) =>
          policy.canConfirmExperience(actor, { ...factsOf(state, status), isHidden });
        const line = lineFor({ "published, shown": "owner", others: "nobody" }, on);
        return row("canConfirmExperience", on, line, facing(status), ask);
      }),
    ),
  );
const SETTLED = { draft: "owner", "changes-requested": "owner", published: "owner" };

/** What an experience has of its own; the rest is every entry's. */
export const experienceCells = (): Cell[] => [
  ...row("canDraftExperience", "", "profiles owner", VIEWERS, policy.canDraftExperience),
  ...confirmingCells(),
  ...givingCells(),
  ...withdrawingCells(),
  ...MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) => {
      const line = lineFor({ ...SETTLED, others: "nobody" }, state);
      const on = `${state} of a ${status} owner`;
      return row("canSettleExperience", on, line, facing(status), (actor) =>
        policy.canSettleExperience(actor, factsOf(state, status)),
      );
    }),
  ),
];
