import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addDays } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { clockOf, LAPSE_AFTER } from "./interest-clock";
import { clockWords } from "./interest-words";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

test("days are Lyon's, across the change of clocks, and an answered interest has no end", () => {
  // 25 October 2026, 00:30 in Lyon.
  const stateAt = new Date("2026-10-24T22:30:00Z");
  expect(clockOf({ state: "sent", stateAt }, "2026-10-25")).toEqual({
    days: 0,
    ran: 0,
    lapsesOn: "2027-01-02",
    pause: null,
  });
  expect(clockOf({ state: "under-review", stateAt }, "2026-11-15").days).toBe(21);
  expect(clockOf({ state: "accepted", stateAt }, "2026-12-24")).toEqual({
    days: 60,
    ran: 59,
    lapsesOn: null,
    pause: null,
  });
});

// By hand: a pause in autumn; at the new year; two of them, one at each end.
test.each([
  ["2026-09-28", "2026-12-04"],
  ["2026-02-10", "2026-04-20"],
  ["2026-08-01", "2026-10-21"],
])("sent on %s it ends on %s", (day, end) => {
  const sent = { state: "sent", stateAt: new Date(`${day}T12:00:00Z`) } as const;
  expect(clockOf(sent, day).lapsesOn).toBe(end);
  expect(clockOf(sent, end).ran).toBe(LAPSE_AFTER);
  expect(clockOf(sent, addDays(end, -1)).ran).toBe(LAPSE_AFTER - 1);
});

test("both sides read until when the clock stands still, and whether the dates are known", () => {
  const stateAt = new Date("2026-09-28T12:00:00Z");
  const words = (day: string, locale: Locale) => {
    vi.setSystemTime(`${day}T10:00:00Z`);
    return clockWords({ state: "sent", stateAt }, locale);
  };
  expect(words("2026-09-30", "fr")).toBe("depuis 2 jours, expire le 4\u00a0décembre 2026");
  expect(words("2026-10-01", "fr")).toBe(
    "depuis 3 jours, en pause jusqu’au 8\u00a0octobre 2026, expire le 4\u00a0décembre 2026",
  );
  expect(words("2026-10-07", "zh")).toContain("暂停计时至2026年10月8日，");
  expect(words("2027-02-03", "en")).toContain(
    "paused until 12\u00a0February 2027 (China hasn’t published this year’s dates yet)",
  );
});
