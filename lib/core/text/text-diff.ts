import { diffArrays, diffLines } from "diff";
import { LANGUAGE_TAG, type Locale } from "../i18n/locales";
import { segmentsOf } from "./segments";

export type DiffPart = { value: string; added?: boolean; removed?: boolean };

/** Words, then paragraphs, taken away and put in. Comparing costs the square of what differs (Myers, 1986), so it ends here. */
const MOST_EDITS = 200;

/**
 * The words taken away and put in between two versions of a text, in order; Chinese is cut into words too. Texts that
 * differ in more than 200 words are compared by whole paragraphs, and in more than 200 of those as one.
 */
export function diffTexts(before: string, after: string, language: Locale): DiffPart[] {
  const segmenter = new Intl.Segmenter(LANGUAGE_TAG[language], { granularity: "word" });
  const most = { maxEditLength: MOST_EDITS };
  const words = diffArrays(segmentsOf(before, segmenter), segmentsOf(after, segmenter), most);
  const parts =
    words?.map((part) => ({ ...part, value: part.value.join("") })) ??
    diffLines(before, after, most) ??
    wholly(before, after);
  return parts.map(({ value, added, removed }) => ({
    value,
    ...(added ? { added } : {}),
    ...(removed ? { removed } : {}),
  }));
}

const wholly = (before: string, after: string): DiffPart[] =>
  [
    { value: before, removed: true },
    { value: after, added: true },
  ].filter(({ value }) => value !== "");
