import { isLocale, LOCALES, type Locale } from "./locales";
import type { LocalizedText } from "./localized-text";

/**
 * The languages of one text that are older than its original, after a save.
 * A translation becomes stale when the original's words change and its own do not in the same save;
 * it is fresh again once it changes, is emptied, or its language is among `confirmed` ("still right").
 */
export function markStale(
  before: LocalizedText,
  after: LocalizedText,
  original: Locale,
  staleBefore: readonly string[],
  confirmed: readonly string[] = [],
): Locale[] {
  const changed = (locale: Locale) => (before[locale] ?? "") !== (after[locale] ?? "");
  return LOCALES.filter((locale) => {
    const isTranslation = locale !== original && Boolean(after[locale]);
    if (!isTranslation || changed(locale) || confirmed.includes(locale)) return false;
    return changed(original) || staleBefore.includes(locale);
  });
}

/** The languages of each text that are older than its original: `{summary: ["en"]}`. */
export type StaleMarks = Record<string, string[]>;

/** Every mark that `texts` may bear, as a form confirms it: `summary.en`. */
export const staleMarksOf = (texts: readonly string[]) =>
  texts.flatMap((text) => LOCALES.map((locale) => `${text}.${locale}`));

/** A box for each mark that these texts do bear, for a form that has them confirmed; `say` names the translation. */
export function staleOptions<Text extends string>(
  texts: readonly Text[],
  marks: StaleMarks,
  say: (text: Text, language: Locale) => string,
): { value: string; label: string }[] {
  return texts.flatMap((text) =>
    (marks[text] ?? [])
      .filter(isLocale)
      .map((language) => ({ value: `${text}.${language}`, label: say(text, language) })),
  );
}

/**
 * The stale marks of these texts after a save; texts without one are left out. `confirmed` names translations said to be
 * still right (`summary.en`).
 */
export function staleAfter<Text extends string>(
  texts: readonly Text[],
  before: Record<Text, LocalizedText>,
  after: Record<Text, LocalizedText> & { originalLocale: Locale },
  marks: StaleMarks,
  confirmed: readonly string[] = [],
): StaleMarks {
  const entries = texts.map((text): [string, string[]] => {
    const fresh = LOCALES.filter((locale) => confirmed.includes(`${text}.${locale}`));
    const known = marks[text] ?? [];
    return [text, markStale(before[text], after[text], after.originalLocale, known, fresh)];
  });
  return Object.fromEntries(entries.filter(([, languages]) => languages.length > 0));
}
