import type { SubjectType, Verdict } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";

const LISTS: Partial<Record<Verdict, ReferenceList>> = {
  "changes-requested": "reasonsChangesRequested",
  refused: "reasonsProjectRefusal",
  suspended: "reasonsSuspension",
};

/** The list that holds the coded reasons of a verdict on something; null for a verdict that needs none. */
export function reasonListOf(verdict: Verdict, subject: SubjectType): ReferenceList | null {
  if (verdict === "refused" && (subject === "application" || subject === "account")) {
    return "reasonsApplicationRefusal";
  }
  return LISTS[verdict] ?? null;
}
