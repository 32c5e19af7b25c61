import { expect, test } from "vitest";
import { preferredLocale } from "./accept-language";

test.each([
  [null, "fr"],
  ["", "fr"],
  ["de-DE,de;q=0.9", "fr"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en;q=0.5, zh-Hant-TW;q=0.8", "zh"],
  ["de, en-GB;q=0.7, fr;q=0.3", "en"],
  ["en;q=0, fr;q=0.1", "fr"],
  ["*", "fr"],
  ["en;q=x,zh", "zh"],
])("%s → %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
