import { isDay, readPartDay } from "@/lib/core/dates";

/** What comes first where both day and month stand before the year. */
export const DATE_ORDERS = ["day-first", "month-first"] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4})$/;
/** A time of day behind a date, which a spreadsheet adds. */
const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z?$/;
const LONGEST = 40;

const plain = (written: string) =>
  written.slice(0, LONGEST).normalize("NFKC").trim().replace(TIME, "");

/**
 * A whole day however it is written (`2026/3/5`, `05/03/2026`, `2026年3月5日`), as `YYYY-MM-DD`; null for one that does not
 * exist, is not whole or lies outside 1900–2199.
 */
export function readDay(written: string, order: DateOrder | null = null): string | null {
  if (written.length > LONGEST) return null;
  const text = plain(written);
  const turned = order === "month-first" ? text.replace(YEAR_LAST, "$3$2$1$2$4") : text;
  const day = readPartDay(turned);
  return day && isDay(day) ? day : null;
}

/**
 * The order in which a column of dates is written: month first only where some day can be read no other way, and none forbids it;
 * null where no year stands last.
 */
export function guessDateOrder(column: readonly string[]): DateOrder | null {
  let isYearLast = false;
  let isOnlyMonthFirst = false;
  for (const written of column) {
    const [found, first, , second] = YEAR_LAST.exec(plain(written)) ?? [];
    if (found !== undefined) isYearLast = true;
    if (Number(first) > 12) return "day-first";
    if (Number(second) > 12) isOnlyMonthFirst = true;
  }
  if (!isYearLast) return null;
  return isOnlyMonthFirst ? "month-first" : "day-first";
}
