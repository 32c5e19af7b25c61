import { describe, expect, test } from "vitest";
import { backTo, path, safeReturnPath } from "./paths";

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
    "/fr/../api/account/export",
    "/fr/./home",
    "/fr/projects/..",
  ])("%s goes home instead", (wanted) => {
    expect(safeReturnPath("fr", wanted)).toBe("/fr/home");
  });
});

describe("the way back to a list", () => {
  const ours = "https://club.example.org";
  test.each([
    [`${ours}/fr/projects?q=soie&sector=energy&page=2`, "/fr/projects?q=soie&sector=energy&page=2"],
    [`${ours}/fr/projects?q=%E4%B8%9D%22%3E%3Cb`, "/fr/projects?q=%E4%B8%9D%22%3E%3Cb"],
    [`${ours}/fr/projects?notice=projectSaved&q=a&refused=x`, "/fr/projects?q=a"],
    [`${ours}/fr/projects?notice=projectSaved`, "/fr/projects"],
    [`${ours}/fr/projects`, "/fr/projects"],
    [`${ours}/fr/projects?q=${"a".repeat(1000)}`, "/fr/projects"],
    [`${ours}/zh/projects?q=a`, "/fr/projects"],
    [`${ours}/fr/projects/x?q=a`, "/fr/projects"],
    [`${ours}//evil.example/fr/projects?q=a`, "/fr/projects"],
    ["https://evil.example/fr/projects?q=a", "/fr/projects"],
    ["https://club.example.org.evil.example/fr/projects?q=a", "/fr/projects"],
    ["javascript:alert(1)", "/fr/projects"],
    ["no address", "/fr/projects"],
    [null, "/fr/projects"],
  ])("from %s it leads to %s", (cameFrom, expected) => {
    expect(backTo("fr", "/projects", cameFrom, ours)).toBe(expected);
  });
});
