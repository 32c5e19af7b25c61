import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import { lettersOf } from "@/lib/core/text/fold";

/** Between the choices of a cell; some stand within a choice's own words too. */
const BETWEEN = /[,;|/、，；\n]+/;

/** Whether a cell may hold more than one choice. */
export const isList = (written: string): boolean => BETWEEN.test(written);
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

const indexes = new Map<ReferenceList, Map<string, string>>();

function indexOf(list: ReferenceList): Map<string, string> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map(
    referenceItems(list).flatMap(({ slug, label }) => {
      const also = ALSO[list]?.[slug]?.split("|") ?? [];
      return [slug, ...Object.values(label), ...also].map((word): [string, string] => [
        lettersOf(word),
        slug,
      ]);
    }),
  );
  indexes.set(list, index);
  return index;
}

/** A city may end in the word for one. */
const slugOf = (list: ReferenceList, key: string): string | undefined =>
  indexOf(list).get(key) ?? indexOf(list).get(key.replace(/市$/, ""));

/** The slug of a choice written as its slug or as its name in any language (`上海市` too); null for what the list does not hold. */
export function readChoice(list: ReferenceList, written: string): string | null {
  return slugOf(list, lettersOf(written.slice(0, MOST))) ?? null;
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
  const pieces = said.map(lettersOf);
  const slugs = new Set<string>();
  for (let from = 0; from < pieces.length; ) {
    let length = MOST_PIECES;
    let slug: string | undefined;
    while (!slug && length > 0) {
      slug = slugOf(list, pieces.slice(from, from + length).join(""));
      if (!slug) length--;
    }
    const piece = said[from];
    if (!slug && piece) return { slugs: [...slugs], unknown: piece };
    if (slug) slugs.add(slug);
    from += Math.max(1, length);
  }
  return { slugs: [...slugs], unknown: null };
}
