import { expect, test } from "vitest";
import { languageByScript } from "./foreign-words";

test.each([
  ["第四页已核对，数据一致。", "fr", "zh-Hans"],
  ["第四页已核对，数据一致。", "en", "zh-Hans"],
  ["第四页已核对，数据一致。", "zh", undefined],
  ["会议议程.pdf", "fr", "zh-Hans"],
  ["Rapport de 林美桦, à relire avant mardi.", "en", undefined],
  ["Les deux courbes vont ensemble.", "zh", undefined],
] as const)("the language of %s to a reader of %s: %s", (words, locale, language) => {
  expect(languageByScript(words, locale)).toBe(language);
});
