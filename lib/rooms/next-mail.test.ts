import { expect, test } from "vitest";
import { mayFollow } from "./next-mail";

test.each([
  ["Europe/Paris", "2026-10-24T10:00:00Z", "2026-10-25T07:00:00Z"],
  ["Europe/Paris", "2027-03-27T10:00:00Z", "2027-03-28T06:00:00Z"],
  ["Europe/Paris", "2026-11-27T23:30:00Z", "2026-11-29T07:00:00Z"],
  ["Asia/Shanghai", "2026-10-24T10:00:00Z", "2026-10-25T00:00:00Z"],
  ["Asia/Shanghai", "2026-11-27T23:30:00Z", "2026-11-29T00:00:00Z"],
  ["America/Los_Angeles", "2026-10-31T20:00:00Z", "2026-11-01T16:00:00Z"],
  [null, "2026-11-27T10:00:00Z", "2026-11-28T07:00:00Z"],
])("in %s what was mailed at %s is followed from %s", (timeZone, mailedAt, next) => {
  const at = (now: number) =>
    mayFollow({ timeZone, mailedAt: new Date(mailedAt), now: new Date(now) });
  expect([at(Date.parse(next) - 1), at(Date.parse(next))]).toEqual([false, true]);
});
