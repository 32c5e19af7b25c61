import { expect, test } from "vitest";
import { alternates } from "./alternates";

test("a page names itself and its other languages", () => {
  expect(alternates("zh", "/projects/soie")).toEqual({
    canonical: "http://localhost:3000/zh/projects/soie",
    languages: {
      fr: "http://localhost:3000/fr/projects/soie",
      en: "http://localhost:3000/en/projects/soie",
      "zh-Hans": "http://localhost:3000/zh/projects/soie",
      "x-default": "http://localhost:3000/fr/projects/soie",
    },
  });
});

test("the home page falls back on the bare address, which chooses", () => {
  expect(alternates("en", "/").languages?.["x-default"]).toBe("http://localhost:3000/");
});
