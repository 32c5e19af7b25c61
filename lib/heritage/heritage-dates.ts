import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
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
    case "day":
      return formatCalendar(start, end, precision, locale);
    default:
      return end
        ? t("dates.years", { start: start.slice(0, 4), end: end.slice(0, 4) })
        : t("dates.year", { year: String(startYear) });
  }
}

function formatCalendar(
  start: string,
  end: string | null,
  precision: "month" | "day",
  locale: Locale,
) {
  const format = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], {
    year: "numeric",
    month: "long",
    day: precision === "day" ? "numeric" : undefined,
    timeZone: "UTC",
  });
  if (!end) return format.format(new Date(start));
  if (locale !== "zh") return format.formatRange(new Date(start), new Date(end));
  // In Chinese Intl falls back on `2014/3/25 – 2014/3/26`.
  const first = format.format(new Date(start));
  const last = withoutShared(format.format(new Date(end)), first);
  return getTranslator(locale, "pages")("dates.days", { start: first, end: last });
}

/** `2014年3月26日` after `2014年3月25日` is `26日`. */
function withoutShared(last: string, first: string): string {
  const parts = first.split(/(?<=[年月])/u);
  const ends = last.split(/(?<=[年月])/u);
  return ends.slice(ends.findIndex((part, index) => part !== parts[index])).join("");
}
