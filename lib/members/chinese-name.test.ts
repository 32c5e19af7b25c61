import { expect, test } from "vitest";
import { splitChineseName } from "./chinese-name";

test.each([
  ["林美桦", "林", "美桦"],
  ["单伟", "单", "伟"],
  ["欧阳娜娜", "欧阳", "娜娜"],
  ["欧阳 娜娜", "欧阳", "娜娜"],
  ["东方", "东", "方"],
  ["𠮷田", "𠮷", "田"],
  ["阿加特·韦尔努", "", "阿加特·韦尔努"],
  ["杰", "", "杰"],
  ["", "", ""],
])("%s is %s and %s", (name, family, given) => {
  expect(splitChineseName(name)).toEqual({ family, given });
});
