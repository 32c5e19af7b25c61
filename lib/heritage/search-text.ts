import { inAllLanguages, listWords } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import type { HeritageContent } from "./heritage";

type Said = Pick<
  HeritageContent,
  "title" | "figure" | "story" | "differs" | "part" | "starts" | "ends"
>;

/** What an item is searched by: its texts, its years and whether it is a date, an institution or a figure. */
export function searchColumns({ title, figure, story, differs, part, starts, ends }: Said) {
  const line = searchLine([
    ...[title, figure, story, differs].flatMap(inAllLanguages),
    ...listWords(["heritageParts"], part ? [part] : []),
    ...[starts, ends].map((day) => day?.slice(0, 4)),
  ]);
  return { searchPublic: line, searchMembers: line };
}
