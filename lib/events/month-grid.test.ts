import { expect, test } from "vitest";
import { daysOf, monthAfter, monthGrid } from "./month-grid";

const event = (starts: string, ends: string) => ({ starts, ends });

test("weeks begin on Monday and hold the whole month", () => {
  const weeks = monthGrid("2026-12", []);
  expect(weeks).toHaveLength(5);
  expect(weeks[0]?.[0]).toMatchObject({ day: "2026-11-30", isInMonth: false });
  expect(weeks[4]?.[6]).toMatchObject({ day: "2027-01-03", isInMonth: false });
  // February of a year in which it begins on a Monday.
  expect(monthGrid("2027-02", [])).toHaveLength(4);
});

test("an event of several days is on each of them, over the end of a month too", () => {
  const fair = event("2026-12-30 09:00", "2027-01-02 18:00");
  const on = (month: string) =>
    monthGrid(month, [fair])
      .flat()
      .filter(({ events }) => events.includes(fair))
      .map(({ day }) => day);
  expect(on("2026-12")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]);
  expect(on("2027-01")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]);
  expect(on("2027-02")).toEqual([]);
});

test("an evening that ends at midnight is over with its day", () => {
  expect(daysOf(event("2026-12-10 20:00", "2026-12-11 00:00"))).toEqual({
    first: "2026-12-10",
    last: "2026-12-10",
  });
  expect(daysOf(event("2026-12-10 20:00", "2026-12-11 00:30")).last).toBe("2026-12-11");
});

test("months follow each other over the year", () => {
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2027-01", -1)).toBe("2026-12");
});
