import { expect, test } from "vitest";
import { readingForms, readName, readWords, sortName } from "./reading";

test.each([
  ["单伟", "shan wei"],
  ["曾明", "zeng ming"],
  ["乐嘉", "yue jia"],
  ["任我行", "ren wo xing"],
  ["仇英", "qiu ying"],
  ["解缙", "xie jin"],
  ["查良镛", "zha liang yong"],
  ["朴树", "piao shu"],
  ["区小明", "ou xiao ming"],
  ["欧阳 娜娜", "ou yang na na"],
  ["尉迟恭", "yu chi gong"],
  ["吕布", "lü bu"],
  ["阿加特·韦尔努", "a jia te wei er nu"],
  ["Agathe", ""],
  ["", ""],
])("the person %s is read %s", (name, reading) => {
  expect(readName(name).join(" ")).toBe(reading);
});

test.each([
  ["乐山", "le shan"],
  ["重庆", "chong qing"],
  ["厦门", "xia men"],
  ["六安", "lu an"],
  ["蚌埠", "beng bu"],
  ["番禺", "pan yu"],
  ["长沙", "chang sha"],
])("the place %s is read %s", (place, reading) => {
  expect(readWords(place).join(" ")).toBe(reading);
});

test.each([
  [["guang", "zhou"], "guang zhou guangzhou gz"],
  [["lü", "bu"], "lu bu lubu lv lvbu lyu lyubu lb"],
  [["wei"], "wei"],
  [[], ""],
])("%j is typed %s", (syllables, forms) => {
  expect(readingForms(syllables)).toBe(forms);
});

test.each([
  ["单伟", "shan4 单 wei3 伟"],
  ["欧阳 娜娜", "ou1 欧 yang2 阳 na4 娜 na4 娜"],
  ["吕布", "lu93 吕 bu4 布"],
  ["阿加特·韦尔努", "a1 阿 jia1 加 te4 特 wei2 韦 er3 尔 nu3 努"],
  ["𠮷田", "𠮷 tian2 田"],
  ["", ""],
])("%s is sorted by %s", (name, line) => {
  expect(sortName(name)).toBe(line);
});
