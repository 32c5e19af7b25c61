import type { Verdict } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";

const LISTS: Partial<Record<Verdict, ReferenceList>> = {
  "changes-requested": "reasonsChangesRequested",
  refused: "reasonsProjectRefusal",
  suspended: "reasonsSuspension",
};

/** The list that holds the coded reasons of a verdict; null for a verdict that needs none. */
export function reasonListOf(verdict: Verdict): ReferenceList | null {
  return LISTS[verdict] ?? null;
}
