import { LANGUAGE_TAG, type Locale } from "./i18n/locales";

export const CLOCKS = ["lyon", "beijing"] as const;

export type Clock = (typeof CLOCKS)[number];

/** The two clocks of the club; Chinese readers get Beijing's first. */
export const ZONE: Record<Clock, string> = {
  lyon: "Europe/Paris",
  beijing: "Asia/Shanghai",
};

const zoneOf = (locale: Locale) => (locale === "zh" ? ZONE.beijing : ZONE.lyon);

/** A day stays in one line with its month. French says the first of a month, not the one. */
const withDay = (words: string, locale: Locale) =>
  words.replace(/(?<!\d)(\d{1,2}) (?=\p{L})/u, (_, day) =>
    locale === "fr" && day === "1" ? "1er\u00a0" : `${day}\u00a0`,
  );

/** Kept, since making one costs twenty times what it is asked for. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${Object.entries(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(tag, options);
  formatters.set(key, formatter);
  return formatter;
}

function inWords(value: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const words = formatterOf(LANGUAGE_TAG[locale], options).format(value);
  return locale === "zh" ? words : withDay(words, locale);
}

/** A day in words: `1er décembre 2026`. Takes an instant, or a calendar day `YYYY-MM-DD` that has no zone. */
export function formatDay(value: Date | string, locale: Locale): string {
  const isDay = typeof value === "string" && value.length === 10;
  const timeZone = isDay ? "UTC" : zoneOf(locale);
  return inWords(new Date(value), locale, { dateStyle: "long", timeZone });
}

/**
 * A calendar day `YYYY-MM-DD` with its weekday, and its year where that is wanted: `mardi 1er décembre 2026`, `Tuesday 1 December`,
 * `2026年12月1日星期二`.
 */
export function formatWeekday(day: string, locale: Locale, withYear = true): string {
  const year = withYear ? ({ year: "numeric" } as const) : {};
  const parts = { weekday: "long", day: "numeric", month: "long", ...year } as const;
  // Some versions of Intl put a comma after an English weekday.
  return inWords(new Date(day), locale, { ...parts, timeZone: "UTC" }).replace(",", "");
}

/** The month in words in which a calendar day `YYYY-MM-DD` lies: `mars 2014`. */
export function formatMonth(day: string, locale: Locale): string {
  return inWords(new Date(day), locale, { year: "numeric", month: "long", timeZone: "UTC" });
}

/**
 * Some days in a row, both ends `YYYY-MM-DD`, what they share said once: `du 1er au 9 mai 2018` (two days:
 * `25 et 26 mars 2014`), `25–26 March 2014`, `2014年3月25日～26日`.
 */
export function formatDays(from: string, to: string, locale: Locale): string {
  if (from === to) return formatDay(from, locale);
  const start = formatDay(from, locale).split(SHARED[locale]);
  const end = formatDay(to, locale).split(SHARED[locale]);
  if (locale === "zh") {
    const differs = end.findIndex((part, index) => part !== start[index]);
    return `${start.join("")}～${end.slice(differs).join("")}`;
  }
  const isOneYear = start[2] === end[2];
  const isOneMonth = isOneYear && start[1] === end[1];
  const first = start
    .slice(0, isOneMonth ? 1 : isOneYear ? 2 : 3)
    .join(" ")
    .replace(" ", "\u00a0");
  const last = formatDay(to, locale);
  if (locale === "en") return isOneMonth ? `${first}–${last}` : `${first} – ${last}`;
  return isOneMonth && daysBetween(from, to) === 1
    ? `${first} et ${last}`
    : `du ${first} au ${last}`;
}

/** Between the day, the month and the year of a date in words. */
const SHARED: Record<Locale, RegExp> = { fr: /\s/u, en: /\s/u, zh: /(?<=[年月])/u };

/** Readers elsewhere have another clock on the wall: the one meant is named. */
const CLOCK: Record<Locale, string> = {
  fr: " (heure de Lyon)",
  en: " (Lyon time)",
  zh: "（北京时间）",
};

/** An instant in words with minutes, in the reader's zone: `2026年12月1日 18:00（北京时间）`. */
export function formatInstant(value: Date | string, locale: Locale): string {
  const timeZone = zoneOf(locale);
  const words = inWords(new Date(value), locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  });
  return `${words}${CLOCK[locale]}`;
}

/** The time of day with its clock, for "saved at 14:02 (Lyon time)". */
export function formatTime(value: Date, locale: Locale): string {
  const timeZone = zoneOf(locale);
  return `${inWords(value, locale, { hour: "2-digit", minute: "2-digit", timeZone })}${CLOCK[locale]}`;
}

/** Today's calendar day in Lyon, as `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  return formatterOf("sv-SE", { timeZone: ZONE.lyon }).format(now);
}

/** The name by which Intl knows a time zone (`europe/paris` is `Europe/Paris`); null for what it does not know, offsets too. */
export function readTimeZone(written: string): string | null {
  if (!/^[a-z]/i.test(written)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: written }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The calendar day and the minute that clocks show in a time zone, summer time and all, as `YYYY-MM-DD HH:MM`. */
export function wallClock(timeZone: string, now: Date): string {
  const options = { timeZone, dateStyle: "short", timeStyle: "short" } as const;
  return formatterOf("sv-SE", options).format(now);
}

/** The same as the day `YYYY-MM-DD` and the hour (0 to 23). */
export function clockIn(timeZone: string, now: Date): { day: string; hour: number } {
  const [day = "", time = ""] = wallClock(timeZone, now).split(" ");
  return { day, hour: Number(time.slice(0, 2)) };
}

/** Milliseconds of a minute, an hour and a day. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A minute `YYYY-MM-DD HH:MM` as if it were shown in UTC. */
const asUtc = (minute: string) => Date.parse(`${minute.replace(" ", "T")}Z`);

/** The instant at which clocks in a time zone show a minute `YYYY-MM-DD HH:MM`, one that they show once. */
export function instantAt(timeZone: string, minute: string): Date {
  const nearer = (at: number) => at + asUtc(minute) - asUtc(wallClock(timeZone, new Date(at)));
  // The first guess may lie on the other side of a change of clocks.
  return new Date(nearer(nearer(asUtc(minute))));
}

/**
 * All instants at which clocks in a time zone show a minute `YYYY-MM-DD HH:MM`, in their order: none where they are put forward over
 * it, two where they are put back.
 */
export function instantsAt(timeZone: string, minute: string): Date[] {
  // By what they are apart from UTC on the day before and the day after.
  const found = [-DAY_MS, DAY_MS].map((days) => {
    const at = asUtc(minute) + days;
    return asUtc(minute) + at - asUtc(wallClock(timeZone, new Date(at)));
  });
  return [...new Set(found)]
    .sort((one, other) => one - other)
    .map((at) => new Date(at))
    .filter((at) => wallClock(timeZone, at) === minute);
}

/** How many days a calendar day `YYYY-MM-DD` comes after a Monday: 0 to 6, which is Sunday. */
export const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Whether a calendar day `YYYY-MM-DD` is a Monday. */
export const isMonday = (day: string) => weekdayOf(day) === 0;

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

/** The same day so many months later, both `YYYY-MM-DD`; the last of a month that has no such day. A negative number lies before. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/** How many calendar days lie between two, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** A date as far as it is known (`1988`, `1988-01`, `1988-01-19`), in words: `janvier 1988`. */
export function formatPartDay(value: string, locale: Locale): string {
  if (value.length === 10) return formatDay(value, locale);
  if (value.length === 7) return formatMonth(`${value}-01`, locale);
  return locale === "zh" ? `${value}年` : value;
}

/** Longer than any date. */
const LONGEST = 40;

const WRITTEN = [
  /^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})(?:[-/.月](?<day>\d{1,2})日?|月)?|年)?$/u,
  /^(?:(?<day>\d{1,2})[-/. ])?(?<month>\d{1,2})[-/. ](?<year>\d{4})$/u,
];

/** The same from what somebody writes, the day first or last, with figures alone; null for anything else, such as "about 1921". */
export function readPartDay(written: string): string | null {
  if (written.length > LONGEST) return null;
  const plain = written.normalize("NFKC").trim();
  const parts = WRITTEN.map((form) => form.exec(plain)?.groups).find(Boolean);
  if (!parts) return null;
  const { year = "", month, day } = parts;
  const known = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
  return exists(`${known}-01-01`.slice(0, 10)) && year >= "1000" ? known : null;
}

/** Whether this is a calendar day `YYYY-MM-DD` that exists, between 1900 and 2199. */
export function isDay(value: string): boolean {
  return /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && exists(value);
}

/** Whether this is a minute `YYYY-MM-DD HH:MM` of such a day. */
export function isMinute(value: string): boolean {
  return /^.{10} ([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10));
}

/** A minute that a clock shows, `YYYY-MM-DD HH:MM`, in words without any zone: `1er décembre 2026 à 18:00`. */
export function formatMinute(minute: string, locale: Locale): string {
  return inWords(new Date(asUtc(minute)), locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
