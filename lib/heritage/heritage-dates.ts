import { formatDays, formatPartDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { HeritageDate } from "./heritage-item";

/**
 * A date of the past as precise as its source, to its end where it has one: `16th century`, `1921–1946`, `c. 1986`,
 * `25–26 March 2014`, `November 2014 – March 2015`.
 */
export function formatHeritageDate(
  { start, end, precision }: HeritageDate,
  locale: Locale,
): string {
  const t = getTranslator(locale, "heritage");
  const year = start.slice(0, 4);
  const years = { start: year, end: end?.slice(0, 4) ?? year };
  const isSpan = years.end !== year;
  switch (precision) {
    case "century":
      return t("dates.century", { century: Math.ceil(Number(year) / 100) });
    case "approximate":
      return isSpan ? t("dates.aboutYears", years) : t("dates.about", { year });
    case "month":
    case "day": {
      const [from = "", to = ""] = [start, end ?? start].map((day) => formatPartDay(day, locale));
      if (!end || end.startsWith(start)) return from;
      if (start.length === 10 && end.length === 10) return formatDays(start, end, locale);
      return t("dates.fromTo", { from, to });
    }
    default:
      return isSpan ? t("dates.years", years) : t("dates.year", { year });
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
