import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** Until when one may answer, or that it is too late on this calendar day in Lyon. */
export function deadlineWords(deadline: string, today: string, locale: Locale) {
  const t = getTranslator(locale, "projects");
  const day = formatDay(deadline, locale);
  return deadline >= today
    ? { text: t("deadline.open", { day }) }
    : { text: t("deadline.passed", { day }), isOver: true };
}
