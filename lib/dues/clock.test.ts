import { describe, expect, test } from "vitest";
import { duesStep, graceEnd, isLapseDue, stepsFrom } from "./clock";

const UNTIL = "2026-12-31";

describe("the letters of dues that run out", () => {
  test.each([
    ["2026-11-30", null],
    ["2026-12-01", "soon-30"],
    ["2026-12-23", "soon-30"],
    ["2026-12-24", "soon-7"],
    ["2026-12-31", "soon-7"],
    ["2027-01-01", "over"],
    ["2027-01-30", "over"],
    ["2027-01-31", "grace"],
    ["2028-06-01", "grace"],
  ])("on %s: %s", (day, step) => {
    expect(duesStep(UNTIL, day, 60)).toBe(step);
  });

  test("a later one stands for those before it", () => {
    expect(stepsFrom("over")).toEqual(["over", "grace"]);
    expect(duesStep(UNTIL, "2027-01-01", 0)).toBe("grace");
  });
});

describe("a membership lapses", () => {
  test.each([
    ["on the last day of its grace", "2027-03-01", "2027-01-31", false],
    ["the day after", "2027-03-02", "2027-01-31", true],
    ["without a last letter", "2027-03-02", null, false],
    ["thirteen days after a late one", "2027-03-15", "2027-03-02", false],
    ["fourteen days after it", "2027-03-16", "2027-03-02", true],
  ])("%s: %s", (_name, day, toldOn, isDue) => {
    expect(graceEnd(UNTIL, 60)).toBe("2027-03-01");
    expect(isLapseDue({ paidUntil: UNTIL, toldOn }, day, 60)).toBe(isDue);
  });
});
