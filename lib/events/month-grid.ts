import { addDays, addMonths, weekdayOf } from "@/lib/core/dates";

/** What a calendar needs of an event: the first and last minute as the clocks of its place show them. */
type Dated = { starts: string | null; ends: string | null };

/** A day `YYYY-MM-DD` of a month's weeks with what happens on it; whether it lies in the month itself. */
export type DayCell<Event> = { day: string; isInMonth: boolean; events: Event[] };

/** The first day of a month `YYYY-MM` and the first one of the next. */
export const monthBounds = (month: string): { from: string; until: string } => ({
  from: `${month}-01`,
  until: addMonths(`${month}-01`, 1),
});

/** The month `YYYY-MM` so many after another. */
export const monthAfter = (month: string, months: number): string =>
  addMonths(`${month}-01`, months).slice(0, 7);

/** The first and last day of an event; one that ends as a day begins is over with the day before. */
export function daysOf({ starts, ends }: Dated): { first: string; last: string } {
  const first = starts?.slice(0, 10) ?? "";
  const [end = "", time] = (ends ?? starts ?? "").split(" ");
  const last = time === "00:00" && end > first ? addDays(end, -1) : end;
  return { first, last: laterOf(first, last) };
}

/** The weeks of a month `YYYY-MM`, Monday first, with each event on every one of its days; an event's order is kept. */
export function monthGrid<Event extends Dated>(
  month: string,
  events: readonly Event[],
): DayCell<Event>[][] {
  const { from, until } = monthBounds(month);
  const start = addDays(from, -weekdayOf(from));
  const end = addDays(until, 7);
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const { first, last } = daysOf(event);
    for (let day = laterOf(first, start); day <= last && day < end; day = addDays(day, 1)) {
      const there = days.get(day);
      if (there) there.push(event);
      else days.set(day, [event]);
    }
  }
  const weeks: DayCell<Event>[][] = [];
  for (let monday = start; monday < until; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index);
        return { day, isInMonth: day.startsWith(month), events: days.get(day) ?? [] };
      }),
    );
  }
  return weeks;
}

const laterOf = (one: string, other: string) => [one, other].sort()[1] ?? one;
