/** Morning in Lyon, afternoon in China: when somebody of the demo is at their desk (UTC). */
const OFFICE_HOUR = [9, 20] as const;

/** A moment so many days before the seed, 0 never after it; a negative number lies ahead. */
export function daysAgo(days: number): Date {
  const now = new Date();
  const moment = new Date(now);
  moment.setUTCDate(moment.getUTCDate() - days);
  moment.setUTCHours(...OFFICE_HOUR, 0, 0);
  return days === 0 && moment > now ? now : moment;
}

/** The calendar day (UTC) of that moment, `YYYY-MM-DD`. */
export const dayAgo = (days: number): string => daysAgo(days).toISOString().slice(0, 10);

/** A time of the seed files: days before the seed, or a date. */
export type DemoTime = number | string;

/** A number counts from the seed, as `daysAgo` does. */
export const momentOf = (time: DemoTime): Date =>
  typeof time === "number" ? daysAgo(time) : new Date(time);

/** The same; null where the file says null. */
export const momentOrNull = (time: DemoTime | null): Date | null =>
  time === null ? null : momentOf(time);

/** A date of the seed files as a moment; none stays none. */
export const dateOrNull = (value: string | null | undefined): Date | null =>
  value ? new Date(value) : null;
