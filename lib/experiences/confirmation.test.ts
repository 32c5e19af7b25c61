import { expect, test } from "vitest";
import { type Confirmation, standingOf } from "./confirmation";

const DAY = "2026-11-26";
const quiet: Confirmation = {
  confirmedOn: "2026-03-01",
  contradictions: 0,
  contradictedSince: null,
};

test.each<[string | null, Partial<Confirmation>, string | null]>([
  ["2026-03-01", {}, "confirmed 2026"],
  ["2025-11-27", {}, "confirmed 2025"],
  ["2025-11-26", {}, "unconfirmed 2025"],
  ["2023-01-01", {}, "unconfirmed 2023"],
  ["2026-03-01", { contradictions: 2, contradictedSince: 2024 }, "contradicted 2024"],
  ["2023-01-01", { contradictions: 1, contradictedSince: 2026 }, "contradicted 2026"],
  [null, {}, null],
])("confirmed on %s with %j: %s", (confirmedOn, more, told) => {
  const standing = standingOf({ ...quiet, ...more, confirmedOn }, DAY);
  expect(standing && `${standing.state} ${standing.year}`).toBe(told);
});

test("a leap day is a year old on the last of February", () => {
  const old = { ...quiet, confirmedOn: "2024-02-29" };
  expect(standingOf(old, "2025-02-27")?.state).toBe("confirmed");
  expect(standingOf({ ...quiet, confirmedOn: "2024-02-28" }, "2025-02-28")?.state).toBe(
    "unconfirmed",
  );
});
