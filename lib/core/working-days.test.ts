import { describe, expect, test } from "vitest";
import calendar from "@/db/reference/calendar/holidays-2026-2027.json";
import { addDays } from "./dates";
import {
  addWorkingDays,
  easterSunday,
  frenchHolidays,
  isWorkingDay,
  workingDaysBetween,
} from "./working-days";

test.each(["2026", "2027"])("the holidays of %s are those of the calendar", (year) => {
  const known = calendar.items.filter(
    ({ country, date }) => country === "FR" && date.startsWith(year),
  );
  expect(known).toHaveLength(11);
  const named = known.map(({ date, slug }) => [date, slug]);
  expect([...frenchHolidays(year)].sort()).toEqual(named.sort());
});

// The earliest and the latest there can be, and the two years of the century for which Gauss needed exceptions.
test.each([
  ["1818-03-22"],
  ["1943-04-25"],
  ["1954-04-18"],
  ["1981-04-19"],
  ["2000-04-23"],
  ["2024-03-31"],
  ["2028-04-16"],
  ["2038-04-25"],
  ["2049-04-18"],
  ["2076-04-19"],
])("Easter on %s", (sunday) => {
  expect(easterSunday(Number(sunday.slice(0, 4)))).toBe(sunday);
});

test.each([
  ["a Friday", "2026-11-27", true],
  ["a Saturday", "2026-11-28", false],
  ["a Sunday", "2026-11-29", false],
  ["Good Friday, worked in Lyon", "2027-03-26", true],
  ["Easter Monday", "2027-03-29", false],
  ["Whit Monday", "2027-05-17", false],
  ["the Friday after Ascension", "2027-05-07", true],
  ["a holiday in China alone", "2026-10-01", true],
  ["a make-up Sunday in China", "2026-09-20", false],
  ["8 December in Lyon", "2026-12-08", true],
  ["a year nobody has published yet", "2031-07-14", false],
])("%s", (_, day, works) => expect(isWorkingDay(day)).toBe(works));

describe("so many working days later", () => {
  test.each([
    ["over the year's end", "2026-12-30", 3, "2027-01-05"],
    ["over Christmas", "2026-12-24", 1, "2026-12-28"],
    ["from New Year's Day", "2027-01-01", 1, "2027-01-04"],
    ["over Easter", "2027-03-25", 3, "2027-03-31"],
    ["over three bridges of May", "2026-04-30", 8, "2026-05-15"],
    ["over Ascension and Whit Monday", "2026-05-13", 8, "2026-05-27"],
    ["none", "2026-12-25", 0, "2026-12-25"],
  ])("%s: %s and %i", (_, from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
    expect(workingDaysBetween(from, to)).toBe(days);
  });
});

test("what was added is counted, from every day of three years", () => {
  for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) {
    for (const days of [0, 1, 3, 5, 22]) {
      expect(workingDaysBetween(day, addWorkingDays(day, days)), `${day} + ${days}`).toBe(days);
    }
  }
});

test("none lie between a day and one before it", () => {
  expect(workingDaysBetween("2026-11-27", "2026-11-27")).toBe(0);
  expect(workingDaysBetween("2026-11-27", "2026-11-02")).toBe(0);
});
