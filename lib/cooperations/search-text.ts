import { inAllLanguages, listWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { type CooperationContent, PUBLIC_TEXTS } from "./cooperation";

/** What an agreement is searched by: its public texts and its kind; who its parties are, and where, each page says to whom it may. */
export function searchColumns(cooperation: CooperationContent) {
  const line = searchLine([
    ...PUBLIC_TEXTS.flatMap((name) => inAllLanguages(cooperation[name])),
    ...listWords(["cooperationKinds"], [cooperation.agreementKind ?? ""].filter(Boolean)),
  ]);
  return { searchPublic: line, searchMembers: line };
}
