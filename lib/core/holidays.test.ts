import { expect, test } from "vitest";
import calendar from "@/db/reference/calendar/holidays-2026-2027.json";
import { addDays } from "./dates";
import { chineseNewYear, holidaysInChina, holidaysWithin, isWaitedFor } from "./holidays";

test.each(calendar.chineseYears.map(({ year, start }) => [year, start] as const))(
  "the Chinese year of %i begins on %s",
  (year, start) => expect(chineseNewYear(year)).toBe(start),
);

// The earliest and the latest of the century, and one that the calendar of ICU has a day too soon.
test.each([
  [2030, "2030-02-03"],
  [2053, "2053-02-19"],
  [2099, "2099-01-21"],
])("so do far years: %i", (year, start) => expect(chineseNewYear(year)).toBe(start));

test("each day of two years is off in a country on the days that the calendar has, and on no other", () => {
  for (let day = "2026-01-01"; day < "2028-01-01"; day = addDays(day, 1)) {
    const listed = calendar.items.filter(({ date, endDate }) => date <= day && day <= endDate);
    const found = holidaysWithin(day, day).daysOff;
    const named = (all: { country: string; slug: string }[]) =>
      all.map(({ country, slug }) => `${country} ${slug}`).sort();
    expect(named(found), day).toEqual(named(listed));
  }
});

test("each weekend that is made up for is worked, and none is a day off in China", () => {
  const listed = calendar.items.flatMap(({ makeUpWorkdays }) => makeUpWorkdays ?? []);
  expect(listed.length).toBeGreaterThan(0);
  for (const day of listed) {
    expect([0, 6]).toContain(new Date(day).getUTCDay());
    const { daysOff, makeUpDays } = holidaysWithin(day, day);
    expect(makeUpDays.map((one) => one.day)).toEqual([day]);
    expect(daysOff.filter(({ country }) => country === "CN")).toEqual([]);
  }
});

test("a year that is not written down has what the law fixes by a date or by the new year", () => {
  expect(isWaitedFor(2030)).toBe(true);
  expect(holidaysInChina(2030).map(({ slug, from, to }) => [slug, from, to])).toEqual([
    ["new-year", "2030-01-01", "2030-01-01"],
    ["spring-festival", "2030-02-02", "2030-02-05"],
    ["labour-day", "2030-05-01", "2030-05-02"],
    ["national-day", "2030-10-01", "2030-10-03"],
  ]);
  expect(holidaysInChina(2030).every(({ name, isPublished }) => name.zh && !isPublished)).toBe(
    true,
  );
});

test("of a span without end three years are looked at", () => {
  expect(holidaysWithin("2026-01-01", "2199-12-31").waitedFor).toEqual([2027, 2028]);
});
