import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { today } from "@/lib/core/dates";
import type { ErrorValues } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  choice,
  choices,
  countGraphemes,
  email,
  line,
  localized,
  optionalDay,
  optionalLine,
  optionalYear,
  paragraph,
} from "./fields";

const codeOf = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? { ok: result.data } : result.error.issues[0]?.message;
};

describe("texts", () => {
  test.each([
    ["O'Brien", "O'Brien"],
    ["  Nguyễn ", "Nguyễn"],
    ["欧阳 娜娜", "欧阳 娜娜"],
    ["𠮷野", "𠮷野"],
    ["ﬁn", "ﬁn"],
    ["a\u202eb", "ab"],
    ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
    [`a${"\u0323".repeat(30)}`, `ạ${"\u0323".repeat(29)}`],
  ])("%j is kept as %j", (typed, kept) => {
    expect(codeOf(line(20), typed)).toEqual({ ok: kept });
  });

  test.each([
    ["", "required"],
    ["   ", "required"],
    ["\u200b\u2060 \u3164\u2800\ufe0f\u034f", "required"],
    [undefined, "required"],
    [["a", "b"], "required"],
    ["a\0b", "unreadableCharacters"],
    ["a\ud800b", "unreadableCharacters"],
    ["a\u0007b", "unreadableCharacters"],
    [`a${"\u0301".repeat(31)}`, "unreadableCharacters"],
    ["a\nb", "oneLine"],
    ["x".repeat(21), "tooLong"],
    ["x".repeat(100_000), "tooLong"],
  ])("%j is refused", (typed, code) => {
    expect(codeOf(line(20), typed)).toBe(code);
  });

  test("lengths count what a reader sees", () => {
    expect(countGraphemes("👩‍👩‍👧‍👦é中")).toBe(3);
    expect(codeOf(line(3), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")).toEqual({ ok: "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦" });
  });

  test("line ends of every system become one", () => {
    expect(codeOf(paragraph(20), "a\r\nb\rc")).toEqual({ ok: "a\nb\nc" });
  });
});

test("a localized text keeps the filled languages and refuses unknown ones", () => {
  expect(codeOf(localized(20), { fr: "bonjour", en: " ", zh: "你好" })).toEqual({
    ok: { fr: "bonjour", zh: "你好" },
  });
  expect(localized(20).safeParse({ de: "hallo" }).success).toBe(false);
});

describe("choices", () => {
  const list = choices(["a", "b"] as const);
  test.each([
    [undefined, []],
    ["a", ["a"]],
    [
      ["a", "b", "a"],
      ["a", "b"],
    ],
  ])("%j", (typed, kept) => {
    expect(codeOf(list, typed)).toEqual({ ok: kept });
  });
  test("a value outside the list is refused", () => {
    expect(codeOf(list, ["a", "z"])).toBe("notInList");
    expect(codeOf(choice(["a"]), "z")).toBe("notInList");
    expect(codeOf(choice(["a"]), undefined)).toBe("notChosen");
    expect(codeOf(choice(["a"]), "")).toBe("notChosen");
  });
});

test.each(LOCALES)("in %s a year too far ahead is told the last one that is taken", (locale) => {
  const latest = Number(today().slice(0, 4)) + 2;
  expect(codeOf(optionalYear(1800, 2), String(latest))).toEqual({ ok: latest });
  const issue = optionalYear(1800, 2).safeParse(String(latest + 1)).error?.issues[0];
  expect(issue).toMatchObject({ message: "yearTooFar", params: { latest: String(latest) } });
  const { params } = issue as unknown as { params: { latest: string } };
  expect(getTranslator(locale, "errors")("yearTooFar", params)).toContain(String(latest));
});

test.each(LOCALES)(
  "in %s a text too long is told how many characters it may have, and has",
  (locale) => {
    const told = [line(20), paragraph(20), optionalLine(20), email].map((field) => {
      const issue = field.safeParse("字".repeat(field === email ? 345 : 34)).error?.issues[0];
      const { message, params } = issue as unknown as { message: "tooLong"; params: ErrorValues };
      return getTranslator(locale, "errors")(message, params);
    });
    for (const words of told) expect(words).toMatch(/20.*34|254.*345/u);
  },
);

test.each(LOCALES)("in %s a year too early is told the first one that is taken", (locale) => {
  expect(codeOf(optionalYear(1900), "1900")).toEqual({ ok: 1900 });
  const issue = optionalYear(1900).safeParse("1899").error?.issues[0];
  expect(issue).toMatchObject({ message: "notAYear", params: { first: "1900" } });
  const { params } = issue as unknown as { params: { first: string } };
  expect(getTranslator(locale, "errors")("notAYear", params)).toContain("1900");
});

describe("days", () => {
  test.each([
    "2026-02-30",
    "2026-13-01",
    "01/02/2026",
    "2026-1-1",
    "x",
    "0000-01-01",
    "9999-12-31",
  ])("%s is no day", (typed) => {
    expect(codeOf(optionalDay, typed)).toBe("notADate");
  });
  test("a day that exists, or none", () => {
    expect(codeOf(optionalDay, "2028-02-29")).toEqual({ ok: "2028-02-29" });
    expect(codeOf(optionalDay, "")).toEqual({ ok: null });
  });
});

describe("e-mail addresses", () => {
  test.each([
    [" Agathe.Vernoux@Example.ORG ", "agathe.vernoux@example.org"],
    ["ｎａｍｅ@example.org", "name@example.org"],
    ["name@exämple.org", "name@exämple.org"],
    ["\u202aname@example.org\u202c", "name@example.org"],
    ["name@example.org\u200b\n", "name@example.org"],
  ])("%s", (typed, kept) => {
    expect(codeOf(email, typed)).toEqual({ ok: kept });
  });
  test.each([
    "name",
    "name@localhost",
    '"quoted name"@example.org',
    "name＠example.org",
    "a@example.org, b@example.org",
    "a@b@example.org",
    "na\u0000me@example.org",
    "na\u200bme@example.org",
    "name@example.org\nBcc: b@example.org",
  ])("%j is refused", (typed) => {
    expect(codeOf(email, typed)).toBe("notAnEmail");
  });
});
