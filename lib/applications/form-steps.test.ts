import { expect, test } from "vitest";
import { groupsFor, stepAfter, stepBefore, stepsFor } from "./form-steps";

test("who describes an organisation goes through nine pages, who joins one through seven", () => {
  expect(stepsFor(false)).toHaveLength(9);
  expect(stepsFor(true)).toHaveLength(7);
});

test("whom a manager invited is asked for two pages, one after the other", () => {
  expect(stepsFor("invited")).toEqual(["identity", "charter"]);
  expect(groupsFor("invited")).toEqual(["you", "charter"]);
  expect(stepAfter("identity", "invited")).toBe("charter");
  expect(stepAfter("charter", "invited")).toBe("check");
  expect(stepBefore("charter", "invited")).toBe("identity");
  expect(stepBefore("check", "invited")).toBe("charter");
});
