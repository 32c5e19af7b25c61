import { describe, expect, it, test } from "vitest";
import { vectors } from "@/db/reference/validation/id-algorithms.json";
import { formatPhone, isHanName, isPhone, isWechatId } from "./contact-formats";

describe.each([
  ["French telephone number", isPhone, vectors.frPhone],
  ["Chinese mobile number", isPhone, vectors.cnMobile],
  ["WeChat id", isWechatId, vectors.wechatId],
  ["name in Chinese characters", isHanName, vectors.hanName],
])("%s", (_, isValid, { valid, invalid }) => {
  it.each(valid)("takes %s", (text) => expect(isValid(text)).toBe(true));
  it.each(invalid)("refuses %s", (text) => expect(isValid(text)).toBe(false));
});

describe("telephone number", () => {
  it.each([
    "0033 4 65 71 00 01",
    "+33 (0)4.65.71.00.01",
    "＋８６ １３８ ００１３ ８０００",
    "+86 20 8888 0000",
    "+86 10-6532-0000",
    "+86 757 8888 0000",
    "+852 2345 6789",
    "+853 2888 0000",
    "+41 22 555 00 00",
  ])("takes %s", (text) => expect(isPhone(text)).toBe(true));

  it.each([
    "",
    "+",
    "+33",
    "+0033465710001",
    "+86 020 8888 0000",
    "+852 1234 5678",
    "+852 2345 678",
    "+1234567890123456",
    "+33 4 65 71 00 0A",
    "+33465710001 +33465710002",
  ])("refuses %j", (text) => expect(isPhone(text)).toBe(false));

  it.each([
    ["0033465710001", "+33 4 65 71 00 01"],
    ["+8613800138000", "+86 138 0013 8000"],
    ["+862088880000", "+86 20 8888 0000"],
    ["+86 7578888-0000", "+86 757 8888 0000"],
    ["+85223456789", "+852 2345 6789"],
    ["+41 22 555 00 00", "+41225550000"],
  ])("%s reads %s", (typed, read) => expect(formatPhone(typed)).toBe(read));
});

test.each(["欧阳宛如", "让•穆兰", "阿卜杜拉·艾山", " 王伟 ", "𠮷田"])("%s is a name", (text) => {
  expect(isHanName(text)).toBe(true);
});

test.each(["·王", "王·", "王伟2", "オレンジ", "一二三四五六七八九"])("%s is none", (text) => {
  expect(isHanName(text)).toBe(false);
});

test.each(["a12345678901234567890", "日本语账号", "lyon", "_lyon88", "lyon.88"])(
  "%s is no WeChat id",
  (text) => {
    expect(isWechatId(text)).toBe(false);
  },
);
