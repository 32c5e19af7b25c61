import { expect, test } from "vitest";
import { proposeOrganisationName } from "./latin-name";

test.each([
  ["广州丝桥文化交流有限公司", "Guangzhou Siqiao Wenhua Jiaoliu Co., Ltd."],
  ["深圳市云鼎光电科技股份有限公司", "Shenzhen Yunding Guangdian Keji Co., Ltd."],
  ["里昂绿色建筑有限责任公司", "Lyon Lüse Jianzhu Co., Ltd."],
  ["粤海贸易集团有限公司", "Yuehai Maoyi Group Co., Ltd."],
  ["廣州絲橋貿易有限公司", "Guangzhou Siqiao Maoyi Co., Ltd."],
])("%s is proposed as %s", (name, latin) => {
  expect(proposeOrganisationName(name)).toBe(latin);
});

test.each([
  "中山大学",
  "里昂中法大学",
  "广东省商会",
  "",
  "有限公司",
  "Siqiao 有限公司",
  "丝".repeat(100),
])("%s is proposed nothing", (name) => {
  expect(proposeOrganisationName(name)).toBeNull();
});
