import { describe, expect, test } from "vitest";
import calendar from "@/db/reference/calendar/holidays-2026-2027.json";
import { addDays } from "./dates";
import { addRunningDays, pauseOn, runningDaysBefore, runningDaysBetween } from "./great-holidays";

const inChina = calendar.items.filter(({ country }) => country === "CN");

test.each(["spring-festival", "national-day"])("%s stands still as it was published", (slug) => {
  const known = inChina.filter((one) => one.slug === slug && one.status === "official");
  expect(known.length).toBeGreaterThan(0);
  for (const { date, endDate } of known) {
    expect(pauseOn(date)).toEqual({ from: date, to: endDate, isPublished: true });
    expect(pauseOn(endDate)).toEqual(pauseOn(date));
    expect([pauseOn(addDays(date, -1)), pauseOn(addDays(endDate, 1))]).toEqual([null, null]);
  }
});

test.each(["spring-festival", "national-day"])(
  "%s of a year that waits for its notice is three days longer at each end, and says so",
  (slug) => {
    const known = inChina.filter((one) => one.slug === slug && one.status === "statutory-only");
    expect(known.length).toBeGreaterThan(0);
    for (const { statutoryDays } of known) {
      const [first = "", last = ""] = statutoryDays ?? [];
      const pause = { from: addDays(first, -3), to: addDays(last, 3), isPublished: false };
      expect([pauseOn(pause.from), pauseOn(pause.to)]).toEqual([pause, pause]);
      expect([pauseOn(addDays(first, -4)), pauseOn(addDays(last, 4))]).toEqual([null, null]);
    }
  },
);

test("Lyon is away in August and over New Year, in every year", () => {
  const august = { from: "2031-08-08", to: "2031-08-21", isPublished: true };
  expect([pauseOn("2031-08-08"), pauseOn("2031-08-21")]).toEqual([august, august]);
  const winter = { from: "2031-12-24", to: "2032-01-01", isPublished: true };
  expect([pauseOn("2031-12-24"), pauseOn("2032-01-01")]).toEqual([winter, winter]);
  for (const day of ["2031-08-07", "2031-08-22", "2031-12-23", "2032-01-02"])
    expect(pauseOn(day)).toBe(null);
});

describe("running days", () => {
  test("what begins in a pause begins to run after it", () => {
    expect(addRunningDays("2026-10-03", 1)).toBe("2026-10-08");
    expect(addRunningDays("2026-10-03", 0)).toBe("2026-10-03");
    expect(runningDaysBetween("2026-10-03", "2026-10-07")).toBe(0);
    expect(runningDaysBetween("2026-10-08", "2026-10-03")).toBe(0);
  });

  test("they are the days on which there is no pause, one by one", () => {
    for (const from of ["2025-12-20", "2026-02-15", "2026-08-21", "2026-09-30", "2027-01-02"]) {
      let running = 0;
      for (let day = addDays(from, 1); day < "2028-03-01"; day = addDays(day, 1)) {
        if (!pauseOn(day)) expect(addRunningDays(from, running + 1)).toBe(day);
        if (!pauseOn(day)) running++;
        expect(runningDaysBetween(from, day)).toBe(running);
      }
    }
  });

  test("forward, back and between agree on each day of two years", () => {
    for (let day = "2026-01-01"; day < "2028-01-01"; day = addDays(day, 1)) {
      for (const days of [1, 7, 21, 60]) {
        const end = addRunningDays(day, days);
        expect(runningDaysBetween(day, end)).toBe(days);
        expect(runningDaysBetween(day, addDays(end, -1))).toBe(days - 1);
        const start = runningDaysBefore(day, days);
        expect(runningDaysBetween(start, day)).toBe(days);
        expect(runningDaysBetween(addDays(start, 1), day)).toBe(days - 1);
      }
    }
  });
});
