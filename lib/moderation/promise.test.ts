import { expect, test } from "vitest";
import { answerDue } from "@/lib/applications/vetting/answer-due";
import { addDays } from "@/lib/core/dates";
import { isLate, isLongLate, promiseOf, QUEUE_KINDS } from "./promise";

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

test("long late is two working days after the last that was promised, at the hour it came", () => {
  const longLate = (kind: "project" | "application", day: string) =>
    isLongLate({ kind, submittedAt }, new Date(`${day}T10:00:00Z`));
  expect([longLate("project", "2026-12-30"), longLate("project", "2026-12-31")]).toEqual([
    false,
    true,
  ]);
  expect(longLate("application", "2027-01-04")).toBe(false);
  expect(longLate("application", "2027-01-05")).toBe(true);
  const isLongLateAt = (now: string) => isLongLate({ kind: "project", submittedAt }, new Date(now));
  expect(isLongLateAt("2026-12-31T09:59:00Z")).toBe(false);
  expect(isLongLateAt("2026-12-31T10:00:00Z")).toBe(true);
});

test("every kind has a promise", () => {
  for (const kind of QUEUE_KINDS) {
    expect(promiseOf({ kind, submittedAt }, submittedAt).promised).toBeGreaterThan(0);
  }
});

test.each([
  ["a Monday", "2026-11-23", "2026-11-26"],
  ["a Wednesday, a week-end between", "2026-11-25", "2026-11-30"],
  ["a Friday", "2026-11-27", "2026-12-02"],
  ["a Sunday", "2026-11-29", "2026-12-02"],
  ["Christmas Eve, Christmas and New Year’s Day between", "2026-12-24", "2026-12-30"],
  ["the Thursday before Easter", "2027-03-25", "2027-03-31"],
])("a project handed in on %s is late only after the last promised day", (_, since, last) => {
  const project = { kind: "project", submittedAt: new Date(`${since}T10:00:00Z`) } as const;
  expect(isLate(project, new Date(`${last}T20:00:00Z`))).toBe(false);
  expect(isLate(project, new Date(`${addDays(last, 1)}T06:00:00Z`))).toBe(true);
});

test("every kind is late from the day after the last that was promised, an application as its applicant reads it", () => {
  for (const kind of QUEUE_KINDS) {
    const waiting = { kind, submittedAt };
    const last = [...Array(14).keys()]
      .map((days) => new Date(submittedAt.getTime() + days * 86_400_000))
      .findLast((now) => !isLate(waiting, now));
    const { waited, promised } = promiseOf(waiting, last ?? submittedAt);
    expect([kind, waited]).toEqual([kind, promised]);
  }
  for (const now of ["2026-12-31T12:00:00Z", "2027-01-01T12:00:00Z"].map((at) => new Date(at))) {
    const due = answerDue(submittedAt, "en", now);
    expect(isLate({ kind: "application", submittedAt }, now)).toBe(due.late);
  }
});

test("the hour is Lyon’s before and after summer time begins", () => {
  const project = { kind: "project", submittedAt: new Date("2027-03-24T14:30:00Z") } as const;
  expect(isLongLate(project, new Date("2027-04-01T13:29:00Z"))).toBe(false);
  expect(isLongLate(project, new Date("2027-04-01T13:30:00Z"))).toBe(true);
});
