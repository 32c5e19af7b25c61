import { describe, expect, test } from "vitest";
import { path, safeReturnPath } from "./paths";

test("path puts the language first and leaves empty values out", () => {
  expect(
    path("zh", "/projects", { q: "丝", sector: ["energy", "logistics"], page: undefined, x: "" }),
  ).toBe("/zh/projects?q=%E4%B8%9D&sector=energy&sector=logistics");
  expect(path("fr", "/")).toBe("/fr");
  expect(path("en", "/about#history")).toBe("/en/about#history");
});

describe("safeReturnPath", () => {
  test.each(["/fr/members?q=a&page=2", "/fr", "/fr/projects/silk-2"])("%s is ours", (wanted) => {
    expect(safeReturnPath("fr", wanted)).toBe(wanted);
  });
  test.each([
    undefined,
    "https://evil.example",
    "//evil.example",
    "/fr//evil.example",
    "/en/members",
    "/french",
    "javascript:alert(1)",
    "/fr/\\evil",
  ])("%s goes home instead", (wanted) => {
    expect(safeReturnPath("fr", wanted)).toBe("/fr/home");
  });
});
