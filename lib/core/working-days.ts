import { addDays, weekdayOf } from "./dates";

/** French public holidays that fall on the same day each year (Code du travail, article L3133-1), as `MM-DD`. */
const FIXED = {
  "new-year": "01-01",
  "labour-day": "05-01",
  "victory-1945": "05-08",
  "bastille-day": "07-14",
  assumption: "08-15",
  "all-saints": "11-01",
  "armistice-1918": "11-11",
  christmas: "12-25",
};

/** Days from Easter Sunday to those that follow it (same article). */
const MOVING = { "easter-monday": 1, ascension: 39, "whit-monday": 50 };

type FrenchHoliday = keyof typeof FIXED | keyof typeof MOVING;

/**
 * Easter Sunday of a year, as `YYYY-MM-DD`. The Gregorian computus of Meeus, Jones and Butcher
 * (J. Meeus, Astronomical Algorithms, 1991, chapter 8), good for every year from 1583 on.
 */
export function easterSunday(year: number): string {
  const lunar = year % 19;
  const [century, yearOfIt] = [Math.floor(year / 100), year % 100];
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * lunar + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfIt / 4) - epact - (yearOfIt % 4)) % 7;
  const late = Math.floor((lunar + 11 * epact + 22 * weekday) / 451);
  return addDays(`${year}-03-22`, epact + weekday - 7 * late);
}

const holidays = new Map<string, ReadonlyMap<string, FrenchHoliday>>();

/**
 * The French public holidays of a year by their days `YYYY-MM-DD`, as `db/reference/calendar` names them: the law fixes them, so
 * that no year has to be waited for.
 */
export function frenchHolidays(year: string): ReadonlyMap<string, FrenchHoliday> {
  const known = holidays.get(year);
  if (known) return known;
  const easter = easterSunday(Number(year));
  const moving = Object.entries(MOVING).map(([slug, days]) => [addDays(easter, days), slug]);
  const fixed = Object.entries(FIXED).map(([slug, day]) => [`${year}-${day}`, slug]);
  const days = new Map([...moving, ...fixed] as [string, FrenchHoliday][]);
  holidays.set(year, days);
  return days;
}

/** Whether people work in Lyon on a day `YYYY-MM-DD`: neither a Saturday or Sunday nor a French public holiday. */
export function isWorkingDay(day: string): boolean {
  const isWeekEnd = weekdayOf(day) >= 5;
  return !isWeekEnd && !frenchHolidays(day.slice(0, 4)).has(day);
}

/** The day so many of Lyon's working days after another, both `YYYY-MM-DD`; the same day after none. */
export function addWorkingDays(day: string, days: number): string {
  let end = day;
  for (let left = days; left > 0; ) {
    end = addDays(end, 1);
    if (isWorkingDay(end)) left--;
  }
  return end;
}

/**
 * How many of Lyon's working days have come since `from`, which does not count, up to and with `to`, both `YYYY-MM-DD`:
 * what `addWorkingDays` adds. 0 where `to` is no later.
 */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count++;
  }
  return count;
}
