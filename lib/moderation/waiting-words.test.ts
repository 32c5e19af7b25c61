import { expect, test } from "vitest";
import { waitingWords } from "./waiting-words";

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
