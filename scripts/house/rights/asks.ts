import { MEMBERSHIP_STATUSES, MODERATION_STATES } from "@/db/enums";
import * as policy from "@/lib/asks/policy";
import { type Cell, facing, lineFor, row, VIEWERS } from "./actors";
import { factsOf } from "./entries";

const OPEN = { textLevel: "members", ownerLevel: "members", isContact: false } as const;

/** Who answers, and who says that an answer helped. */
const answeringCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [true, false].flatMap((isOpen) => {
        const on = `${state}, ${isOpen ? "open" : "closed"}, of a ${status} owner`;
        const ask = { ...factsOf(state, status), ...OPEN, isOpen };
        const isAsked = state === "published" && isOpen && status === "active";
        return row("canAnswerAsk", on, isAsked ? "profiles" : "nobody", facing(status), (actor) =>
          policy.canAnswerAsk(actor, ask),
        );
      }),
    ),
  );

const markingCells = (): Cell[] =>
  MEMBERSHIP_STATUSES.flatMap((status) =>
    MODERATION_STATES.flatMap((state) =>
      [true, false].flatMap((isRemoved) => {
        const on = `${state}, ${isRemoved ? "removed" : "shown"}, of a ${status} owner`;
        const answer = { memberId: "other-member", isAnswered: false, isRemoved };
        const line = lineFor(
          { published: isRemoved ? "nobody" : "owner", others: "nobody" },
          state,
        );
        return row("canMarkHelpful", on, line, facing(status), (actor) =>
          policy.canMarkHelpful(actor, factsOf(state, status), answer),
        );
      }),
    ),
  );

/** What members ask the club, and what is answered. */
export const askCells = (): Cell[] => [
  ...row("canPostAsk", "", "profiles owner", VIEWERS, policy.canPostAsk),
  ...answeringCells(),
  ...markingCells(),
];
