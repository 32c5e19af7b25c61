import { LANGUAGE_TAG, type Locale } from "../i18n/locales";
import { isChinese } from "./script-length";

/**
 * Whether words seem to be in another language than the reader's: by their script, and where that is no other one by the language
 * in which their author writes, as far as it is known.
 */
export function seemsForeign(words: string, writtenIn: Locale | null, locale: Locale): boolean {
  const isHan = isChinese(words);
  return isHan || locale === "zh" ? isHan !== (locale === "zh") : writtenIn !== locale;
}

/** The language (BCP 47) of words of which nobody said one, where their script alone tells that it is not the reader's, or is Chinese. */
export const languageByScript = (words: string, locale?: Locale): string | undefined =>
  locale !== "zh" && isChinese(words) ? LANGUAGE_TAG.zh : undefined;
