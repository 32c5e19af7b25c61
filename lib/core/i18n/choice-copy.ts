import type { Locale } from "./locales";
import { getTranslator } from "./translator";

/** Where the browser puts the number. */
const NUMBER = "#";

/** "2 of 3" under a long list, with `#` for how many are chosen; `most` where there is a limit. */
export function countCopy(locale: Locale, most?: number): string {
  const t = getTranslator(locale, "ui");
  return most === undefined
    ? t("choices.count", { count: NUMBER })
    : t("choices.countOf", { count: NUMBER, most });
}
