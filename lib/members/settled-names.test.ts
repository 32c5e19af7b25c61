import { describe, expect, test } from "vitest";
import { settleNames } from "./settled-names";

type Row = [family: string, given: string, zh: string];

describe("characters move to the Chinese name, and the Latin one is proposed", () => {
  test.each<[string, Row, Row]>([
    ["the Chinese name alone", ["", "", "吴佳绫"], ["Wu", "Jialing", "吴佳绫"]],
    ["each part in its field", ["吴", "佳绫", ""], ["Wu", "Jialing", "吴佳绫"]],
    ["all in the first field", ["吴佳绫", "", ""], ["Wu", "Jialing", "吴佳绫"]],
    ["all in the second field", ["", "吴佳绫", ""], ["Wu", "Jialing", "吴佳绫"]],
    ["all, then the given name again", ["吴佳绫", "佳绫", ""], ["Wu", "Jialing", "吴佳绫"]],
    ["a compound surname", ["欧阳", "娜娜", ""], ["Ouyang", "Nana", "欧阳娜娜"]],
    ["typed everywhere", ["吴", "佳绫", "吴佳绫"], ["Wu", "Jialing", "吴佳绫"]],
    ["in traditional characters", ["吳", "佳綾", "吴佳绫"], ["Wu", "Jialing", "吴佳绫"]],
    ["the given name in the Chinese field", ["吴", "佳绫", "佳绫"], ["Wu", "Jialing", "吴佳绫"]],
    ["both scripts in a field", ["Wu 吴", "Jialing 佳绫", ""], ["Wu", "Jialing", "吴佳绫"]],
    ["a spelling of one's own stays", ["Ng", "", "吴佳绫"], ["Ng", "Jialing", "吴佳绫"]],
    [
      "the surname, beside the whole name",
      ["吴", "Jialing", "吴佳绫"],
      ["Wu", "Jialing", "吴佳绫"],
    ],
    ["all before its given name", ["吴佳绫", "Jia-Ling", ""], ["Wu", "Jia-Ling", "吴佳绫"]],
    ["all after its surname", ["WU", "吴佳绫", ""], ["WU", "Jialing", "吴佳绫"]],
    ["a surname of two readings", ["单", "伟", ""], ["Shan", "Wei", "单伟"]],
    ["a given name like its surname", ["林", "林", ""], ["Lin", "Lin", "林林"]],
    ["another one", ["丁", "丁", ""], ["Ding", "Ding", "丁丁"]],
    ["a given name that ends its surname", ["欧阳", "阳", ""], ["Ouyang", "Yang", "欧阳阳"]],
    [
      "one script in brackets",
      ["王（Wang）", "小明 (Xiaoming)", ""],
      ["Wang", "Xiaoming", "王小明"],
    ],
  ])("%s", (_, [familyName, givenName, nameZh], [family, given, zh]) => {
    expect(settleNames({ familyName, givenName, nameZh })).toEqual({
      familyName: family,
      givenName: given,
      nameZh: zh,
      isProposed: true,
    });
  });
});

describe("nothing is changed by itself", () => {
  test.each<[string, Row]>([
    ["a complete name", ["Wu", "Jialing", "吴佳绫"]],
    ["another spelling", ["Ng", "Kar Ling", "吴佳绫"]],
    ["no Chinese name", ["Martin", "Luc", ""]],
    ["nothing", ["", "", ""]],
    ["a name written by sound", ["", "", "让·穆兰"]],
    ["two different Chinese names", ["王", "伟", "吴佳绫"]],
    ["the surname alone", ["李", "Xiaoming", ""]],
    ["the surname alone, twice", ["李", "Xiaoming", "李"]],
    ["the surname in both scripts", ["Wu 吴", "Jialing", ""]],
    ["the surname and nothing", ["李", "", ""]],
    ["the given name alone", ["Wu", "佳绫", ""]],
    ["the given name alone, twice", ["Wu", "佳绫", "佳绫"]],
    ["Japanese", ["田中", "さくら", ""]],
    ["more than a name", ["王".repeat(300), "", ""]],
  ])("%s", (_, [familyName, givenName, nameZh]) => {
    const typed = { familyName, givenName, nameZh };
    expect(settleNames(typed)).toEqual({ ...typed, isProposed: false });
  });
});

test("what is settled stays so", () => {
  const first = settleNames({ familyName: "吴", givenName: "佳绫", nameZh: "" });
  expect(settleNames(first)).toEqual({ ...first, isProposed: false });
});
