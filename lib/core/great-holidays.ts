import { addDays, daysBetween } from "./dates";
import { holidaysInChina } from "./holidays";

/** Days on which nobody is expected to answer, both ends `YYYY-MM-DD`; `isPublished` is false where China has yet to say which. */
export type Pause = { from: string; to: string; isPublished: boolean };

/** Until China has published its days off of a year, so many days before and after those that the law fixes. */
const MARGIN_DAYS = 3;

const asPause = ({ from, to, isPublished }: Pause): Pause => {
  const margin = isPublished ? 0 : MARGIN_DAYS;
  return { from: addDays(from, -margin), to: addDays(to, margin), isPublished };
};

const pauses = new Map<number, Pause[]>();

/** Those that begin in a year, in their order: the two great holidays of China, and the weeks in which Lyon is away. */
function pausesOf(year: number): Pause[] {
  const known = pauses.get(year);
  if (known) return known;
  const [spring, national] = ["spring-festival", "national-day"].map((slug) =>
    holidaysInChina(year)
      .filter((one) => one.slug === slug)
      .map(asPause),
  );
  const all = [
    ...(spring ?? []),
    { from: `${year}-08-08`, to: `${year}-08-21`, isPublished: true },
    ...(national ?? []),
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
