import { ROLES, TAKEN_DOWN_TYPES } from "@/db/enums";
import { canPutBack, canTakeDown, type TakenDownFacts } from "@/lib/moderation/policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By kind, role of its author, and whether it is shown, hidden or not published. */
const RULES: Record<string, { rule: typeof canTakeDown; lines: Lines }> = {
  canTakeDown: {
    rule: canTakeDown,
    lines: {
      "*/*/hidden": "nobody",
      "*/*/unpublished": "nobody",
      "page/*/shown": "administrators",
      "member/moderator/shown": "administrators",
      "member/administrator/shown": "administrators",
      others: "team",
    },
  },
  canPutBack: {
    rule: canPutBack,
    lines: {
      "*/*/shown": "nobody",
      "*/*/unpublished": "nobody",
      "page/*/hidden": "administrators",
      "member/moderator/hidden": "administrators",
      "member/administrator/hidden": "administrators",
      others: "team",
    },
  },
};

const STATES = ["shown", "hidden", "unpublished"] as const;

const subjects = TAKEN_DOWN_TYPES.flatMap((kind) =>
  ROLES.flatMap((role) =>
    STATES.map((state): [string, TakenDownFacts] => [
      `${kind}/${role}/${state}`,
      {
        kind,
        isPublished: state !== "unpublished",
        isHidden: state === "hidden",
        authors: [{ accountId: "owner", role }],
      },
    ]),
  ),
);

/** Every kind of subject, in every state it may be in. */
export const takeDownCells = (): Cell[] =>
  Object.entries(RULES).flatMap(([name, { rule, lines }]) =>
    subjects.flatMap(([on, facts]) =>
      row(name, on, lineFor(lines, on), VIEWERS, (actor) => rule(actor, facts)),
    ),
  );
