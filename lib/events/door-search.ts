import { chineseForms } from "@/lib/members/search-text";
import { isChinese, queryWords, searchLine } from "@/lib/search/search-words";

type Named = {
  /** What its member is searched by; empty for a guest, and for a member whose name is not shown. */
  searchNames: string | null;
  guestName: string | null;
  companions: readonly string[];
};

/**
 * Whether a party is called by every word of a query: by a word's start, or anywhere within Chinese; Chinese names by the ways in
 * which their reading is typed too. By what is typed in signs alone nobody is.
 */
export function isCalled({ searchNames, guestName, companions }: Named, q: string): boolean {
  const words = queryWords(q);
  const written = [...(guestName ? [guestName] : []), ...companions];
  const typed = written.filter(isChinese).flatMap(chineseForms);
  const line = `${searchNames ?? ""} ${searchLine([...written, ...typed])}`;
  return (
    words.length > 0 && words.every((word) => line.includes(isChinese(word) ? word : ` ${word}`))
  );
}
