import * as policy from "@/lib/moderation/desk.policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By whose it is and who has taken it on: `own` the viewer called `.own`, `other` all the others, or a third person. */
const RULES: Record<keyof typeof policy, Lines> = {
  canTakeItem: {
    "own/other": "nobody",
    "own/*": "team",
    "*/own": "team",
    "*/other": "ownTeam",
    others: "team ownTeam",
  },
  canReleaseItem: { "*/own": "ownTeam", "*/other": "team", others: "nobody" },
  canNoteOnItem: { "own/*": "team", others: "team ownTeam" },
};

const OWNERS = { nobody: null, own: "owner", third: "third" };
const TAKERS = { nobody: null, own: "owner", other: "other", third: "third" };

const items = Object.entries(OWNERS).flatMap(([owner, ownerId]) =>
  Object.entries(TAKERS).map(([taker, takenBy]): [string, policy.DeskFacts] => [
    `${owner}/${taker}`,
    { ownerId, takenBy },
  ]),
);

const ASKED = { ...policy };

/** Taking on what waits for the club team, letting go of it, and noting on it. */
export const deskCells = (): Cell[] =>
  (Object.keys(RULES) as (keyof typeof policy)[]).flatMap((name) =>
    items.flatMap(([on, facts]) =>
      row(name, on, lineFor(RULES[name], on), VIEWERS, (actor) => ASKED[name](actor, facts)),
    ),
  );
