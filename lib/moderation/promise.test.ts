import { expect, test } from "vitest";
import { isLongLate, promiseOf, QUEUE_KINDS } from "./promise";

const submittedAt = new Date("2026-12-23T10:00:00Z");

test.each([
  ["2026-12-24T10:00:00Z", 1],
  ["2026-12-27T10:00:00Z", 1],
  ["2026-12-28T10:00:00Z", 2],
  ["2027-01-03T10:00:00Z", 5],
  ["2027-01-03T23:30:00Z", 6],
])("what came before Christmas has waited on %s for %i working days", (now, waited) => {
  expect(promiseOf({ kind: "application", submittedAt }, new Date(now))).toEqual({
    waited,
    promised: 5,
  });
});

test("long late is two working days after the last that was promised", () => {
  const isLate = (kind: "project" | "application", day: string) =>
    isLongLate({ kind, submittedAt }, day);
  expect([isLate("project", "2026-12-30"), isLate("project", "2026-12-31")]).toEqual([false, true]);
  expect(isLate("application", "2027-01-04")).toBe(false);
  expect(isLate("application", "2027-01-05")).toBe(true);
});

test("every kind has a promise", () => {
  for (const kind of QUEUE_KINDS) {
    expect(promiseOf({ kind, submittedAt }, submittedAt).promised).toBeGreaterThan(0);
  }
});
