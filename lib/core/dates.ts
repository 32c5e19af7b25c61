import { LANGUAGE_TAG, type Locale } from "./i18n/locales";

/** The two clocks of the club; Chinese readers get Beijing's first. */
export const ZONE: Record<"lyon" | "beijing", string> = {
  lyon: "Europe/Paris",
  beijing: "Asia/Shanghai",
};

const zoneOf = (locale: Locale) => (locale === "zh" ? ZONE.beijing : ZONE.lyon);

/** A day in words: `1 décembre 2026`. Takes an instant, or a calendar day `YYYY-MM-DD` that has no zone. */
export function formatDay(value: Date | string, locale: Locale): string {
  const isDay = typeof value === "string" && value.length === 10;
  return new Intl.DateTimeFormat(LANGUAGE_TAG[locale], {
    dateStyle: "long",
    timeZone: isDay ? "UTC" : zoneOf(locale),
  }).format(new Date(value));
}

/** Chinese readers in Lyon have another clock on the wall: theirs is named. */
const named = (words: string, locale: Locale) => (locale === "zh" ? `${words}（北京时间）` : words);

/** An instant in words with minutes, in the reader's zone: `2026年12月1日 18:00（北京时间）`. */
export function formatInstant(value: Date | string, locale: Locale): string {
  const words = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: zoneOf(locale),
  }).format(new Date(value));
  return named(words, locale);
}

/** The time of day, for "saved at 14:02". */
export function formatTime(value: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAG[locale], {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zoneOf(locale),
  }).format(value);
}

/** Today's calendar day in Lyon, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE.lyon }).format(now);
}

/** The hour in UTC, as `YYYY-MM-DDTHH`: it comes once, also when clocks are put back. */
export function thisHour(now = new Date()): string {
  return now.toISOString().slice(0, 13);
}

/** The calendar day so many days after another, both `YYYY-MM-DD`; a negative number lies before. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day so many months later, both `YYYY-MM-DD`; the last of a month that has no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/** How many calendar days lie between two, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
