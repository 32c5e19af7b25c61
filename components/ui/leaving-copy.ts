import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengths } from "@/lib/core/text/script-length";

/** What `<ToldOnLeaving>` says of a text that is empty, too short in either script, or too long. */
export type LeavingCopy = { empty: string; latin: string; chinese: string; tooLong: string };

/** `latin` is the least in Latin letters. */
export function leavingCopy(locale: Locale, latin: number): LeavingCopy {
  const t = getTranslator(locale, "ui");
  const least = leastLengths(latin);
  return {
    empty: getTranslator(locale, "errors")("required"),
    tooLong: t("form.tooLong"),
    latin: t("form.atLeast", { least: least.latin }),
    chinese: t("form.atLeast", { least: least.chinese }),
  };
}
