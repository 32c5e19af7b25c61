import { expect, test } from "vitest";
import { clockOf } from "./interest-clock";

test("days are Lyon's, across the change of clocks, and an answered interest has no end", () => {
  // 25 October 2026, 00:30 in Lyon.
  const stateAt = new Date("2026-10-24T22:30:00Z");
  expect(clockOf({ state: "sent", stateAt }, "2026-10-25")).toEqual({
    days: 0,
    lapsesOn: "2026-12-24",
  });
  expect(clockOf({ state: "under-review", stateAt }, "2026-11-15").days).toBe(21);
  expect(clockOf({ state: "accepted", stateAt }, "2026-12-24")).toEqual({
    days: 60,
    lapsesOn: null,
  });
});
