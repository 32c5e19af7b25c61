import { formatDay, formatDays, formatMonth } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { HeritageDate } from "./heritage-item";

/** A date of the past as precise as its source: `16th century`, `1921–1946`, `c. 1986`, `25–26 March 2014`. */
export function formatHeritageDate(
  { start, end, precision }: HeritageDate,
  locale: Locale,
): string {
  const t = getTranslator(locale, "heritage");
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

/** The part of the century that a date belongs to: `1920`, or `1501` for what is known by its century alone. */
export const decadeOf = ({ start, precision }: HeritageDate): number => {
  const year = Number(start.slice(0, 4));
  return precision === "century" ? year : year - (year % 10);
};

/** It in words: `1920s`, `16th century`. */
export function decadeWords(decade: number, locale: Locale): string {
  const t = getTranslator(locale, "heritage");
  return decade % 10 === 0
    ? t("dates.decade", { decade: String(decade) })
    : t("dates.century", { century: Math.ceil(decade / 100) });
}
