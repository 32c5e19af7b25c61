import { expect, test } from "vitest";
import { searchLine, searchPatterns } from "./search-words";
import { simplified } from "./simplified";

test.each([
  ["廣州粵海貿易有限公司", "广州粤海贸易有限公司"],
  ["蒙布勒朗絲織坊", "蒙布勒朗丝织坊"],
  ["里昂", "里昂"],
  ["𠮷野家 Lyon", "𠮷野家 Lyon"],
  ["", ""],
])("%s is compared as %s", (text, expected) => {
  expect(simplified(text)).toBe(expected);
});

test("a character gives the same alone and inside a word", () => {
  const alone = Array.from("乾隆年間").map(simplified).join("");
  expect(simplified("乾隆年間")).toBe(alone);
});

test.each([
  ["廣州", "我们在广州的公司"],
  ["广州", "我們在廣州的公司"],
])("%s is found in %s", (query, text) => {
  const line = searchLine([text]);
  const [pattern = ""] = searchPatterns(query);
  expect(line).toContain(pattern.replaceAll("%", ""));
});
