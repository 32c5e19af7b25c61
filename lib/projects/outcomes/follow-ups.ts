import { referenceItem, referenceItems } from "@/db/reference/lists";
import { addMonths } from "@/lib/core/dates";

/** Months after an outcome at which its owner is asked how it goes. */
export const FOLLOW_UP_MONTHS = [6, 12] as const;

export type FollowUpMonths = (typeof FOLLOW_UP_MONTHS)[number];

export const FOLLOW_UP_ANSWERS = ["grown", "going-on", "too-early", "over"] as const;

export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number];

export const OUTCOME_WORDS = 600;

/** Kinds of agreement by which something was signed. */
export const CONCLUDED_KINDS: readonly string[] = referenceItems("agreementKinds")
  .filter(({ concluded }) => concluded)
  .map(({ slug }) => slug);

/** Whether a kind asks for an explanation in one's own words. */
export function needsWords(kind: string): boolean {
  return referenceItem("agreementKinds", kind)?.requiresText === true;
}

/** The question that is due on a day (`YYYY-MM-DD`) for an outcome recorded on another: the latest one; null before. */
export function dueMonths(recordedOn: string, day: string): FollowUpMonths | null {
  return FOLLOW_UP_MONTHS.findLast((months) => addMonths(recordedOn, months) <= day) ?? null;
}
