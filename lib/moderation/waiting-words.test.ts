import { expect, test } from "vitest";
import { addDays } from "@/lib/core/dates";
import { isLate, waitingWords } from "./waiting-words";

const now = new Date("2026-11-25T12:00:00Z");
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  [0.5, "waiting for less than an hour"],
  [1, "waiting for 1 hour"],
  [23.9, "waiting for 23 hours"],
  [24, "waiting for 1 day"],
  [50, "waiting for 2 days"],
])("%f h: %s", (hours, words) => {
  expect(waitingWords(before(hours), "en", now)).toBe(words);
});

test.each([
  ["a Monday", "2026-11-23", "2026-11-26"],
  ["a Wednesday, a week-end between", "2026-11-25", "2026-11-30"],
  ["a Friday", "2026-11-27", "2026-12-02"],
  ["a Sunday", "2026-11-29", "2026-12-02"],
  ["Christmas Eve, Christmas and New Year’s Day between", "2026-12-24", "2026-12-30"],
  ["the Thursday before Easter", "2027-03-25", "2027-03-31"],
])("handed in on %s it is late only after the last promised day", (_, since, last) => {
  const handedIn = new Date(`${since}T10:00:00Z`);
  expect(isLate(handedIn, new Date(`${last}T20:00:00Z`))).toBe(false);
  expect(isLate(handedIn, new Date(`${addDays(last, 1)}T06:00:00Z`))).toBe(true);
});
