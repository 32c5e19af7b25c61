import type { EntryKind } from "@/db/enums";
import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { AppError } from "@/lib/core/errors";
import type { Facts } from "@/lib/core/events/facts";
import { type Noun, pageOf } from "./noun";

/** A coded reason and the decider's own words, which some reasons require. */
type Reasoned = { reasonCode: string; words: string };

/** Refuses a reason that the list does not hold, or one without the words it needs: `notInList`, `wordsNeeded`. */
function requireReason(list: ReferenceList, { reasonCode, words }: Reasoned): void {
  const reason = referenceItem(list, reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && words.trim() === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
}

/** A decision against what was handed in. */
export type TurnedDown = Reasoned & { verdict: "changes-requested" | "refused" };

/**
 * What is decided and what the owner is told of it: the reason as its list words it, the decider's own words, and the way
 * to the editor of what came back. Throws `notInList`, `wordsNeeded`.
 */
export function turnDown(
  { refusals }: Noun,
  entry: { entryKind: EntryKind; slug: string },
  { verdict, reasonCode, words }: TurnedDown,
): { decision: TurnedDown; facts: Facts } {
  const isRefused = verdict === "refused";
  const list = isRefused ? refusals : "reasonsChangesRequested";
  requireReason(list, { reasonCode, words });
  const facts = { reason: { reason: reasonCode, list }, words };
  return {
    decision: { verdict, reasonCode, words },
    facts: isRefused ? facts : { ...facts, to: `${pageOf(entry)}/edit` },
  };
}
