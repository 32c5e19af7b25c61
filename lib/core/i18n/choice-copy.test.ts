import { expect, test } from "vitest";
import { countCopy } from "./choice-copy";
import { LOCALES } from "./locales";

test.each(LOCALES)("in %s the count has one place for the number, and says the limit", (locale) => {
  expect(countCopy(locale).split("#")).toHaveLength(2);
  expect(countCopy(locale, 3).split("#")).toHaveLength(2);
  expect(countCopy(locale, 3)).toContain("3");
  expect(countCopy(locale)).not.toContain("3");
});
