import { expect, test } from "vitest";
import { expectedAnswerDay } from "./expected-answer";

test.each([
  ["a Monday", "2026-11-23T10:00:00Z", "2026-11-30"],
  ["a Wednesday", "2026-11-25T10:00:00Z", "2026-12-02"],
  ["a Friday", "2026-11-27T10:00:00Z", "2026-12-04"],
  ["a Saturday", "2026-11-28T10:00:00Z", "2026-12-04"],
  ["a Sunday", "2026-11-29T10:00:00Z", "2026-12-04"],
  ["the eve of the first of May", "2026-04-30T10:00:00Z", "2026-05-11"],
  ["the Friday before Whit Monday", "2027-05-14T10:00:00Z", "2027-05-24"],
  ["Christmas Eve", "2026-12-24T10:00:00Z", "2027-01-04"],
  ["a Sunday evening that is Monday in Lyon", "2026-11-29T23:30:00Z", "2026-12-07"],
])("five working days after %s", (_, submittedAt, expected) => {
  expect(expectedAnswerDay(new Date(submittedAt))).toBe(expected);
});
