import { expect, test } from "vitest";
import { fold, likePattern } from "./fold";

test.each([
  ["Économie", "economie"],
  ["ＥＣＯＮＯＭＩＥ", "economie"],
  ["Cœur d’Œuvre", "coeur d oeuvre"],
  ["Nguyễn", "nguyen"],
  ["  广州\n市 ", "广州 市"],
])("%j folds to %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("wildcards in a search stand for themselves", () => {
  expect(likePattern("50%_\\")).toBe("%50\\%\\_\\\\%");
});
