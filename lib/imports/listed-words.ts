import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import { fold } from "@/lib/core/text/fold";

/** Between the choices of a cell; some stand within a choice's own words too. */
const BETWEEN = /[,;|/、，；\n]+/;
/** Choices hold no more pieces than this. */
const MOST_PIECES = 4;
/** Pieces of a cell that are looked at. */
const MOST = 200;

/** Languages as people call them, beside the names in the list. */
const ALSO: Partial<Record<ReferenceList, Record<string, string>>> = {
  languages: {
    fr: "fr-FR|francais",
    en: "en-GB|en-US|英文",
    zh: "zh-CN|zh-Hans|chinois|mandarin|chinese|中文|汉语|普通话|简体中文",
  },
};

const keyOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

const indexes = new Map<ReferenceList, Map<string, string>>();

function indexOf(list: ReferenceList): Map<string, string> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map(
    referenceItems(list).flatMap(({ slug, label }) => {
      const also = ALSO[list]?.[slug]?.split("|") ?? [];
      return [slug, ...Object.values(label), ...also].map((word): [string, string] => [
        keyOf(word),
        slug,
      ]);
    }),
  );
  indexes.set(list, index);
  return index;
}

/** The slug of a choice written as its slug or as its name in any language (`上海市` too); null for what the list does not hold. */
export function readChoice(list: ReferenceList, written: string): string | null {
  const key = keyOf(written.slice(0, MOST));
  const index = indexOf(list);
  return index.get(key) ?? index.get(key.replace(/市$/, "")) ?? null;
}

/**
 * The slugs of several choices in one cell, between commas, semicolons, strokes or lines, each once; the names may hold
 * commas themselves. `unknown` is the first piece that the list does not hold.
 */
export function readChoices(
  list: ReferenceList,
  written: string,
): { slugs: string[]; unknown: string | null } {
  const said = written.split(BETWEEN, MOST).map((piece) => piece.trim());
  const pieces = said.map(keyOf);
  const index = indexOf(list);
  const slugs = new Set<string>();
  for (let from = 0; from < pieces.length; ) {
    let length = MOST_PIECES;
    let slug: string | undefined;
    while (!slug && length > 0) {
      const key = pieces.slice(from, from + length).join("");
      slug = index.get(key) ?? index.get(key.replace(/市$/, ""));
      if (!slug) length--;
    }
    const piece = said[from];
    if (!slug && piece) return { slugs: [...slugs], unknown: piece };
    if (slug) slugs.add(slug);
    from += Math.max(1, length);
  }
  return { slugs: [...slugs], unknown: null };
}
