import { expect, test } from "vitest";
import { formatDay, formatInstant, today } from "./dates";

test("the two clocks: 09:00 in Lyon across the spring change", () => {
  expect(formatInstant("2026-03-28T09:00:00+01:00", "zh")).toContain("16:00");
  expect(formatInstant("2026-03-30T09:00:00+02:00", "zh")).toContain("15:00");
  expect(formatInstant("2026-03-30T09:00:00+02:00", "fr")).toContain("09:00");
});

test("a calendar day has no zone", () => {
  expect(formatDay("2026-12-01", "fr")).toBe("1 décembre 2026");
  expect(formatDay("2026-12-01", "zh")).toBe("2026年12月1日");
});

test("today is Lyon's day", () => {
  expect(today(new Date("2026-12-31T23:30:00Z"))).toBe("2027-01-01");
});
