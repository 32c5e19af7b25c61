import type { Locale } from "../i18n/locales";
import { isChinese } from "./script-length";

/**
 * Whether words seem to be in another language than the reader's: by their script, and where that is no other one by the language
 * in which their author writes, as far as it is known.
 */
export function seemsForeign(words: string, writtenIn: Locale | null, locale: Locale): boolean {
  const isHan = isChinese(words);
  return isHan || locale === "zh" ? isHan !== (locale === "zh") : writtenIn !== locale;
}
