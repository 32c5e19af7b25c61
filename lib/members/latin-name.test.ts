import { expect, test } from "vitest";
import { proposeLatinName } from "./latin-name";

test.each([
  ["吴佳绫", "Wu", "Jialing"],
  ["王伟", "Wang", "Wei"],
  ["欧阳娜娜", "Ouyang", "Nana"],
  ["欧阳 娜娜", "Ouyang", "Nana"],
  ["司马光", "Sima", "Guang"],
  ["尉迟恭", "Yuchi", "Gong"],
  ["万俟卨", "Moqi", "Xie"],
  ["澹台明", "Tantai", "Ming"],
  ["长孙无忌", "Zhangsun", "Wuji"],
  ["单于宏", "Chanyu", "Hong"],
  ["单伟", "Shan", "Wei"],
  ["仇英", "Qiu", "Ying"],
  ["解缙", "Xie", "Jin"],
  ["曾明", "Zeng", "Ming"],
  ["区小丽", "Ou", "Xiaoli"],
  ["查良镛", "Zha", "Liangyong"],
  ["朴槿惠", "Piao", "Jinhui"],
  ["盖叫天", "Ge", "Jiaotian"],
  ["缪荃孙", "Miao", "Quansun"],
  ["乐毅", "Yue", "Yi"],
  ["任正非", "Ren", "Zhengfei"],
  ["翟天", "Zhai", "Tian"],
  ["员半千", "Yun", "Banqian"],
  ["华罗庚", "Hua", "Luogeng"],
  ["折可适", "She", "Keshi"],
  ["种师道", "Chong", "Shidao"],
  ["谌利军", "Chen", "Lijun"],
  ["黑明", "He", "Ming"],
  ["吕布", "Lyu", "Bu"],
  ["张女英", "Zhang", "Nyuying"],
  ["吕西安", "Lyu", "Xian"],
  ["石重", "Shi", "Zhong"],
  ["李乾", "Li", "Qian"],
  ["吳佳綾", "Wu", "Jialing"],
  ["歐陽娜娜", "Ouyang", "Nana"],
  ["單偉", "Shan", "Wei"],
  ["區小麗", "Ou", "Xiaoli"],
  ["長孫無忌", "Zhangsun", "Wuji"],
  ["樂毅", "Yue", "Yi"],
  ["呂布", "Lyu", "Bu"],
  ["繆騫人", "Miao", "Qianren"],
])("%s is proposed as %s %s", (nameZh, familyName, givenName) => {
  expect(proposeLatinName(nameZh)).toEqual({ familyName, givenName });
});

test.each([
  "",
  "杰",
  "阿加特·韦尔努",
  "让·穆兰",
  "Wang 伟",
  "𠮷田",
  "田中さくら",
  "王".repeat(400),
])("%s is proposed nothing", (nameZh) => {
  expect(proposeLatinName(nameZh)).toBeNull();
});
