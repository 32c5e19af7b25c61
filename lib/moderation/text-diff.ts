import { diffWordsWithSpace } from "diff";
import { LANGUAGE_TAG, type Locale } from "../core/i18n/locales";

export type DiffPart = { value: string; added?: boolean; removed?: boolean };

/** The words taken away and put in between two versions of a text, in order; Chinese is cut into words too. */
export function diffTexts(before: string, after: string, language: Locale): DiffPart[] {
  const intlSegmenter = new Intl.Segmenter(LANGUAGE_TAG[language], { granularity: "word" });
  return diffWordsWithSpace(before, after, { intlSegmenter }).map(({ value, added, removed }) => ({
    value,
    ...(added ? { added } : {}),
    ...(removed ? { removed } : {}),
  }));
}
