import { describe, expect, it, test } from "vitest";
import { vectors } from "@/db/reference/validation/id-algorithms.json";
import { isHanName, isWechatId } from "./contact-formats";

describe.each([
  ["WeChat id", isWechatId, vectors.wechatId],
  ["name in Chinese characters", isHanName, vectors.hanName],
])("%s", (_, isValid, { valid, invalid }) => {
  it.each(valid)("takes %s", (text) => expect(isValid(text)).toBe(true));
  it.each(invalid)("refuses %s", (text) => expect(isValid(text)).toBe(false));
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
