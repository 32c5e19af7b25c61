import { LOCALES, type Locale } from "./locales";

/** An entry's text in up to three languages. */
export type LocalizedText = { fr?: string; en?: string; zh?: string };

export type PickedText = { text: string; lang: Locale; isFallback: boolean };

/** Where a reader's name in Latin letters is kept: in their language, English for Chinese readers. */
export const latinLanguage = (locale: Locale): Locale => (locale === "zh" ? "en" : locale);

/** Where a name is kept that a reader writes: what has Chinese characters is the Chinese one. */
export const languageOfName = (name: string, locale: Locale): Locale =>
  /\p{Script=Han}/u.test(name) ? "zh" : latinLanguage(locale);

/**
 * The text to show a reader: their language, else English, which more of them read, else the original, else any.
 * `isFallback` says that it is not in their language and has to be labelled; `lang` is the one shown.
 */
export function pickText(
  text: LocalizedText | null | undefined,
  locale: Locale,
  original: Locale = "fr",
): PickedText | null {
  const order: Locale[] = [locale, "en", original, ...LOCALES];
  for (const lang of order) {
    const found = text?.[lang];
    if (found) return { text: found, lang, isFallback: lang !== locale };
  }
  return null;
}
