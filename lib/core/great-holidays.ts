import { addDays } from "./dates";

type Days = { from: string; to: string };

/** Days on which nobody is expected to answer, both ends `YYYY-MM-DD`; `isPublished` is false where China has yet to say which. */
export type Pause = Days & { isPublished: boolean };

/**
 * Days off in China as the General Office of the State Council published them, by year; each November brings the next ones
 * (`db/reference/calendar` names the notices).
 */
const PUBLISHED: Record<string, Record<"spring" | "national", Days>> = {
  2026: {
    spring: { from: "2026-02-15", to: "2026-02-23" },
    national: { from: "2026-10-01", to: "2026-10-07" },
  },
};

/** Until then, so many days before and after those that the law fixes. */
const MARGIN_DAYS = 3;

const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** Where the new moon falls within minutes of midnight in Beijing, ICU reckons the year a day too late or too soon. */
const NEAR_MIDNIGHT: Record<number, string> = { 2027: "2027-02-06", 2030: "2030-02-03" };

/** The first day of the Chinese year that begins in a year, `YYYY-MM-DD`, by the calendar of ICU. Throws where it has none. */
export function chineseNewYear(year: number): string {
  const known = NEAR_MIDNIGHT[year];
  if (known) return known;
  for (let day = `${year}-01-20`; day <= `${year}-02-22`; day = addDays(day, 1)) {
    const parts = chinese.formatToParts(new Date(day));
    const of = (type: "month" | "day") => parts.find((part) => part.type === type)?.value;
    if (of("month") === "1" && of("day") === "1") return day;
  }
  throw new Error(`No Chinese year begins in ${year}`);
}

/** What the law fixes: the eve and three days of the new year, and the first three of October (as revised on 10 November 2024). */
const fixedByLaw = (year: number): Record<"spring" | "national", Days> => {
  const first = chineseNewYear(year);
  return {
    spring: { from: addDays(first, -1), to: addDays(first, 2) },
    national: { from: `${year}-10-01`, to: `${year}-10-03` },
  };
};

const widened = ({ from, to }: Days): Days => ({
  from: addDays(from, -MARGIN_DAYS),
  to: addDays(to, MARGIN_DAYS),
});

const pauses = new Map<number, Pause[]>();

/** Those that begin in a year: the two great holidays of China, and the weeks in which Lyon is away. */
function pausesOf(year: number): Pause[] {
  const known = pauses.get(year);
  if (known) return known;
  const published = PUBLISHED[year];
  const { spring, national } = published ?? fixedByLaw(year);
  const isPublished = published !== undefined;
  const inChina = [spring, national].map((days) => ({
    ...(isPublished ? days : widened(days)),
    isPublished,
  }));
  const inLyon = [
    { from: `${year}-08-08`, to: `${year}-08-21` },
    { from: `${year}-12-24`, to: `${year + 1}-01-01` },
  ].map((days) => ({ ...days, isPublished: true }));
  const all = [...inChina, ...inLyon];
  pauses.set(year, all);
  return all;
}

/** The pause in which a day `YYYY-MM-DD` lies, or null. */
export function pauseOn(day: string): Pause | null {
  const year = Number(day.slice(0, 4));
  const near = [...pausesOf(year - 1), ...pausesOf(year)];
  return near.find(({ from, to }) => from <= day && day <= to) ?? null;
}

/** The day so many running days after another, both `YYYY-MM-DD`: days of a pause do not count. The same day after none. */
export function addRunningDays(day: string, days: number): string {
  let end = day;
  for (let left = days; left > 0; ) {
    end = addDays(end, 1);
    if (!pauseOn(end)) left--;
  }
  return end;
}

/** The latest day from which so many running days have gone by on a day, both `YYYY-MM-DD`. */
export function runningDaysBefore(day: string, days: number): string {
  let start = day;
  for (let left = days; left > 0; start = addDays(start, -1)) if (!pauseOn(start)) left--;
  return start;
}

/** How many running days have come since `from`, which does not count, up to and with `to`. 0 where `to` is no later. */
export function runningDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!pauseOn(day)) count++;
  return count;
}
