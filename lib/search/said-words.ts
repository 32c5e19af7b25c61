import { isReference, type ReferenceList, referenceItem } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { readingForms, readWords } from "./reading";

/** What a row says, to be searched by (`searchLine`). */
export type Said = (string | undefined)[];

/** The text in French, English and Chinese, in this order; undefined where it has none. */
export const inAllLanguages = (text: LocalizedText): Said => LOCALES.map((locale) => text[locale]);

/** The names of what was chosen, in every language, from the first of the lists that holds each. */
export const listWords = (lists: readonly ReferenceList[], slugs: readonly string[]): Said =>
  slugs.flatMap((slug) => inAllLanguages(labelOf(lists, slug)));

/** The names of places and of the province in which a Chinese city lies, and how the Chinese ones are typed. */
export function placeWords(lists: readonly ReferenceList[], slugs: readonly string[]): Said {
  const [named, wider] = [[...lists, "provinces"] as const, slugs.flatMap(provinceOf)];
  const all = [...new Set([...slugs, ...wider])];
  return [...listWords(named, all), ...all.map((slug) => readingOf(labelOf(named, slug).zh))];
}

const provinceOf = (slug: string) =>
  (isReference("cities", slug) && referenceItem("cities", slug)?.province) || [];

/** Every way to type the reading of Chinese words. */
export const readingOf = (words = "") => readingForms(readWords(words));

function labelOf(lists: readonly ReferenceList[], slug: string): LocalizedText {
  const list = lists.find((one) => isReference(one, slug));
  return (list && referenceItem(list, slug)?.label) ?? {};
}
