import { formatDay, formatDays, formatMonth } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

export type HeritageDate = { start: string; end: string | null; precision: string };

/** A date of the past as precise as its source: `16th century`, `1921–1946`, `c. 1986`, `25–26 March 2014`. */
export function formatHeritageDate(
  { start, end, precision }: HeritageDate,
  locale: Locale,
): string {
  const t = getTranslator(locale, "pages");
  const startYear = Number(start.slice(0, 4));
  switch (precision) {
    case "century":
      return t("dates.century", { century: Math.ceil(startYear / 100) });
    case "approximate":
      return t("dates.about", { year: String(startYear) });
    case "month":
      return formatMonth(start, locale);
    case "day":
      return end ? formatDays(start, end, locale) : formatDay(start, locale);
    default:
      return end
        ? t("dates.years", { start: start.slice(0, 4), end: end.slice(0, 4) })
        : t("dates.year", { year: String(startYear) });
  }
}
