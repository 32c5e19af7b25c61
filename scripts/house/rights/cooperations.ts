import { MODERATION_STATES } from "@/db/enums";
import * as policy from "@/lib/cooperations/policy";
import { type Cell, lineFor, row, VIEWERS } from "./actors";
import { keptCells, keptFacts } from "./kept";

const KEEPERS = "owner administrators";

/** An agreement is the club's, kept by whoever manages a party; what it has of its own. */
export const cooperationCells = (): Cell[] => [
  ...keptCells(),
  ...MODERATION_STATES.flatMap((state) => {
    const acts = { draft: KEEPERS, "changes-requested": KEEPERS, published: KEEPERS };
    const line = lineFor({ ...acts, others: "nobody" }, state);
    return row("canSayWhoActs", state, line, VIEWERS, (actor) =>
      policy.canSayWhoActs(actor, keptFacts(state)),
    );
  }),
];
