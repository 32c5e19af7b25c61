import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { AppError } from "@/lib/core/errors";
import type { Facts } from "@/lib/core/events/facts";

/** A coded reason and the decider's own words, which some reasons require. */
export type Reasoned = { reasonCode: string; words: string };

/** Refuses a reason that the list does not hold, or one without the words it needs: `notInList`, `wordsNeeded`. */
export function requireReason(list: ReferenceList, { reasonCode, words }: Reasoned): void {
  const reason = referenceItem(list, reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && words.trim() === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
}

/** Why the club team decided so: as the list words it, and in the decider's own words. */
export const reasonFacts = (list: ReferenceList, { reasonCode, words }: Reasoned): Facts => ({
  reason: { reason: reasonCode, list },
  words,
});
