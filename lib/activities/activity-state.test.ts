import { describe, expect, test } from "vitest";
import { isEnded, isToConfirm } from "./activity-state";

const running = { stage: "operating", until: null } as const;

describe("isToConfirm", () => {
  test.each([
    ["2025-11-25", "2026-11-24", false],
    ["2025-11-25", "2026-11-25", true],
    ["2025-11-25", "2026-11-26", true],
    ["2026-11-25", "2026-11-25", false],
    ["2025-12-31", "2026-12-30", false],
    ["2025-12-31", "2026-12-31", true],
    // Confirmed on a day that the next year does not have: twelve months are over on 1 March.
    ["2024-02-29", "2025-02-28", false],
    ["2024-02-29", "2025-03-01", true],
    // And with a leap day at the other end.
    ["2027-02-28", "2028-02-27", false],
    ["2027-02-28", "2028-02-28", true],
    ["2027-03-01", "2028-02-29", false],
  ])("confirmed on %s, on %s: %s", (confirmedOn, today, expected) => {
    expect(isToConfirm({ ...running, confirmedOn }, today)).toBe(expected);
  });

  test("what is over needs no confirmation any more", () => {
    const confirmedOn = "2020-01-01";
    const today = "2026-11-25";
    expect(isToConfirm({ stage: "operating", until: 2025, confirmedOn }, today)).toBe(false);
    expect(isToConfirm({ stage: "exited", until: 2026, confirmedOn }, today)).toBe(false);
    expect(isToConfirm({ stage: "suspended", until: null, confirmedOn }, today)).toBe(true);
  });
});

test.each([
  ["operating", null, false],
  ["operating", 2025, true],
  ["operating", 2026, false],
  ["scaling", 2030, false],
  ["exited", 2026, true],
  ["exited", null, true],
] as const)("%s until %s is over in 2026: %s", (stage, until, expected) => {
  expect(isEnded({ stage, until }, "2026-11-25")).toBe(expected);
});
