import { expect, test } from "vitest";
import { wholeWords } from "./whole-words";

test.each([
  ["罗讷河谷葡萄酒进入四川", ["葡萄酒", "四川"]],
  ["深圳储能技术有限公司", ["深圳", "技术", "有限公司"]],
  ["城市清凉岛：里昂、广州各一处广场", ["城市", "广场"]],
])("the words of %s are pieces of their own", (title, words) => {
  expect(wholeWords(title)).toEqual(expect.arrayContaining(words));
  expect(wholeWords(title).join("")).toBe(title);
});

test("brackets and quotes keep what they hold, a figure what it counts, 的 what it follows", () => {
  expect(wholeWords("473名学生")[0]).toBe("473名");
  expect(wholeWords("诊断（苏州）有限公司")).toEqual(["诊断", "（苏州）", "有限公司"]);
  expect(wholeWords("我们的商标")).toEqual(["我们的", "商标"]);
  for (const piece of wholeWords("里昂—广州“可持续城市”，暑期学校：5000多"))
    expect(piece).toMatch(/^[^”，：—的]/u);
});

test("a title in another script is one piece", () => {
  expect(wholeWords("Achats groupés : Ningbo")).toEqual(["Achats groupés : Ningbo"]);
  expect(wholeWords("")).toEqual([""]);
});
