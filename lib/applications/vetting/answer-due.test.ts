import { expect, test } from "vitest";
import { answerDue } from "./answer-due";

const friday = new Date("2026-11-20T10:00:00Z");

test.each([
  ["2026-11-27T10:00:00Z", false, "answer due on 27\u00a0November 2026"],
  ["2026-11-27T23:30:00Z", true, "overdue: an answer was due on 27\u00a0November 2026"],
])("five working days after a Friday, seen on %s: late %s", (now, late, words) => {
  expect(answerDue(friday, "en", new Date(now))).toEqual({ late, words });
});
