import { addDays, daysBetween } from "./dates";

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

/** Those that begin in a year, in their order: the two great holidays of China, and the weeks in which Lyon is away. */
function pausesOf(year: number): Pause[] {
  const known = pauses.get(year);
  if (known) return known;
  const published = PUBLISHED[year];
  const { spring, national } = published ?? fixedByLaw(year);
  const isPublished = published !== undefined;
  const inChina = (days: Days) => ({ ...(isPublished ? days : widened(days)), isPublished });
  const all = [
    inChina(spring),
    { from: `${year}-08-08`, to: `${year}-08-21`, isPublished: true },
    inChina(national),
    { from: `${year}-12-24`, to: `${year + 1}-01-01`, isPublished: true },
  ];
  pauses.set(year, all);
  return all;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The pauses that may have days after a day, in their order, without end. */
function* pausesAfter(day: string): Generator<Pause> {
  for (let year = yearOf(day) - 1; ; year++) yield* pausesOf(year);
}

/** How many days of a pause come after a day, which does not count, up to and with `to`. */
const daysWithin = (pause: Pause, day: string, to = pause.to): number => {
  const before = pause.from > day ? addDays(pause.from, -1) : day;
  return Math.max(0, Math.min(daysBetween(before, pause.to), daysBetween(before, to)));
};

/** The pause in which a day `YYYY-MM-DD` lies, or null. */
export function pauseOn(day: string): Pause | null {
  for (const pause of pausesAfter(day)) {
    if (pause.from > day) return null;
    if (pause.to >= day) return pause;
  }
  return null;
}

/** The day so many running days after another, both `YYYY-MM-DD`: days of a pause do not count. The same day after none. */
export function addRunningDays(day: string, days: number): string {
  let end = addDays(day, days);
  for (const pause of pausesAfter(day)) {
    if (pause.from > end) break;
    if (end > day) end = addDays(end, daysWithin(pause, day));
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
  let count = Math.max(0, daysBetween(from, to));
  for (const pause of pausesAfter(from)) {
    if (pause.from > to) break;
    count -= daysWithin(pause, from, to);
  }
  return count;
}
