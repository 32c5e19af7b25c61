import { expect, test } from "vitest";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canHaveFactor, canResetFactor, canSwitchOffFactor } from "./policy";

const viewer: Viewer = viewerWith({ accountId: "a", memberId: null, role: "administrator" });

test.each(["active", "pending", "suspended", "lapsed", "left"] as const)(
  "a %s account may have one; a visitor may not",
  (status) => {
    expect(canHaveFactor({ ...viewer, status })).toBe(true);
    expect(canHaveFactor(null)).toBe(false);
  },
);

test("it is switched off where the role does not need it", () => {
  expect(canSwitchOffFactor(viewer, false)).toBe(true);
  expect(canSwitchOffFactor(viewer, true)).toBe(false);
  expect(canSwitchOffFactor(null, false)).toBe(false);
});

test("only the operator takes it off somebody", () => {
  expect(canResetFactor("portal")).toBe(true);
  expect(canResetFactor(viewer)).toBe(false);
});
