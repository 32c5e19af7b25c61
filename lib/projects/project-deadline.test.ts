import { describe, expect, test } from "vitest";
import { addDays, today } from "@/lib/core/dates";
import {
  type DeadlineWarning,
  daysLeft,
  deadlineFault,
  dueWarnings,
  isDeadlineWatched,
  isExpired,
  latestDeadline,
  prolongedDeadline,
} from "./project-deadline";

const deadline = "2026-11-30";

describe("the last day still counts", () => {
  test.each([
    ["2026-11-29", 1, false],
    ["2026-11-30", 0, false],
    ["2026-12-01", -1, true],
  ])("on %s", (day, left, expired) => {
    expect(daysLeft({ deadline }, day)).toBe(left);
    expect(isExpired({ deadline }, day)).toBe(expired);
  });

  test("without a deadline nothing runs out", () => {
    expect(daysLeft({ deadline: null }, "2026-11-29")).toBeNull();
    expect(isExpired({ deadline: null }, "2026-11-29")).toBe(false);
    expect(dueWarnings({ deadline: null }, "2026-11-29")).toEqual([]);
  });
});

test.each<[number, DeadlineWarning[]]>([
  [31, []],
  [30, ["deadline-30"]],
  [8, ["deadline-30"]],
  [7, ["deadline-7", "deadline-30"]],
  [2, ["deadline-7", "deadline-30"]],
  [1, ["deadline-1", "deadline-7", "deadline-30"]],
  [0, ["deadline-1", "deadline-7", "deadline-30"]],
  [-1, []],
])("with %i days left", (left, due) => {
  expect(dueWarnings({ deadline }, addDays(deadline, -left))).toEqual(due);
});

describe("summer time", () => {
  test.each([
    ["it begins", "2026-03-29"],
    ["it ends", "2026-10-25"],
  ])("when %s, days are whole days", (_when, change) => {
    expect(daysLeft({ deadline: change }, addDays(change, -30))).toBe(30);
    expect(daysLeft({ deadline: addDays(change, 1) }, change)).toBe(1);
  });

  test.each([
    ["2026-03-28T22:59:59Z", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
  ])("at %s the day in Lyon is %s", (instant, day) => {
    expect(today(new Date(instant))).toBe(day);
    expect(isExpired({ deadline: "2026-03-29" }, day)).toBe(day > "2026-03-29");
  });
});

test.each([
  ["published", "seeking-partners", "active", true],
  ["published", "paused", "active", true],
  ["published", "completed", "active", false],
  ["published", "dropped", "active", false],
  ["withdrawn", "seeking-partners", "active", false],
  ["published", "seeking-partners", "suspended", false],
  ["published", "seeking-partners", "left", false],
] as const)("a %s project that is %s, of an owner who is %s", (...facts) => {
  const [moderation, progress, ownerStatus, isWatched] = facts;
  const project = { moderation, hiddenAt: null, progress, ownerStatus };
  expect(isDeadlineWatched(project)).toBe(isWatched);
  expect(isDeadlineWatched({ ...project, hiddenAt: new Date() })).toBe(false);
});

describe("at most 24 months ahead", () => {
  const day = "2026-11-25";

  test.each([
    [null, null],
    ["2026-11-24", "dayPassed"],
    ["2026-11-25", null],
    ["2028-11-25", null],
    ["2028-11-26", "deadlineTooFar"],
    ["2199-12-31", "deadlineTooFar"],
  ])("until %s: %s", (chosen, fault) => {
    expect(deadlineFault({ deadline: chosen }, day)).toBe(fault);
  });

  test.each([
    ["2026-11-25", "2026-01-01", "2027-02-25"],
    ["2026-01-01", "2026-11-30", "2027-02-28"],
    ["2027-11-30", "2026-11-25", "2028-02-29"],
    ["2028-10-01", "2026-11-25", "2028-11-25"],
    ["2030-01-01", "2026-11-25", "2028-11-25"],
  ])("one click after %s on %s leads to %s", (from, on, prolonged) => {
    expect(prolongedDeadline(from, on)).toBe(prolonged);
  });

  test("the last day of a month that has no such day", () => {
    expect(latestDeadline("2028-02-29")).toBe("2030-02-28");
  });
});
