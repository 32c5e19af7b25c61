import { expect, test } from "vitest";
import { nearNames, nearWords } from "./near-words";

test.each([
  ["agate", "agathe"],
  ["vernoix", "vernoux"],
  ["camillle", "camille"],
  ["montclari", "montclair"],
  ["athe", "lathe"],
  ["lath", "lathe"],
])("%s is one letter away from %s", (typed, name) => {
  expect(nearWords(typed)).toContain(name);
  expect(nearWords(name)).toContain(typed);
});

test("a word is not near itself, nor is what is two letters away", () => {
  expect(nearWords("agathe")).not.toContain("agathe");
  expect(nearWords("agathe")).not.toContain("agates");
});

test("short words are only begun, and no more letters are tried than can be", () => {
  expect(nearNames("li agate")).toMatch(/^\('@li':\* \) & \('@agate':\* \| .*'@agathe'/);
  expect(nearNames("li")).toBeNull();
  expect(nearNames("王伟")).toBeNull();
  expect(nearNames("berthelott colette montclairs vernouxes")).toBeNull();
  expect(nearNames("%".repeat(200))).toBeNull();
});

test("a name is tried as it is, however somebody is addressed", () => {
  expect(nearNames("Mme Vernuox")).toBe(nearNames("vernuox"));
  expect(nearNames("Dr. Vernuox")).toBe(nearNames("vernuox"));
});

test("two words of ten letters are a query of a few kilobytes", () => {
  expect(nearNames("montbrelan descrieuxx")?.length).toBeLessThan(25_000);
});
