import type { EntryKind, SubjectType, Verdict } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";
import { NOUNS } from "./nouns";

const LISTS: Partial<Record<Verdict, ReferenceList>> = {
  "changes-requested": "reasonsChangesRequested",
  suspended: "reasonsSuspension",
};

/** The list that holds the coded reasons of a verdict on something, of an entry or its edit by `kind`; null for a verdict that needs none. */
export function reasonListOf(
  verdict: Verdict,
  subject: SubjectType,
  kind: EntryKind | null,
): ReferenceList | null {
  if (verdict === "refused" && (subject === "application" || subject === "account")) {
    return "reasonsApplicationRefusal";
  }
  if (verdict === "refused") return kind && NOUNS[kind].refusals;
  return LISTS[verdict] ?? null;
}
