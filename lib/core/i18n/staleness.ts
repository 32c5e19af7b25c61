import { LOCALES, type Locale } from "./locales";
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
