import { describe, expect, it, test } from "vitest";
import type { Country } from "@/db/enums";
import { vectors } from "@/db/reference/validation/id-algorithms.json";
import type { Locale } from "../i18n/locales";
import { formatPhone, isPhone, phoneCountries, readPhone } from "./phone-numbers";

describe.each([
  ["French telephone number", vectors.frPhone],
  ["Chinese mobile number", vectors.cnMobile],
])("%s", (_, { valid, invalid }) => {
  it.each(valid)("takes %s", (text) => expect(isPhone(text)).toBe(true));
  it.each(invalid)("refuses %s", (text) => expect(isPhone(text)).toBe(false));
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
    "+86 020 8888 0000",
    "(+33) 6 39 98 00 12",
    "（+86）138 0013 8000",
    "(0033) 4 65 71 00 01",
    "+86（20）8888 0000",
  ])("takes %s", (text) => expect(isPhone(text)).toBe(true));

  it.each([
    "",
    "+",
    "+33",
    "+0033465710001",
    "+852 1234 5678",
    "+852 2345 678",
    "+1234567890123456",
    "+33 4 65 71 00 0A",
    "call +33 4 65 71 00 01",
    "+86 138 0013",
    "+86 12345678901",
    "06 39 98 00 12",
    "(+33 6 39 98 00 12",
    "1".repeat(101),
    "+33465710001 +33465710002",
  ])("refuses %j", (text) => expect(isPhone(text)).toBe(false));

  it.each([
    ["0033465710001", "+33 4 65 71 00 01"],
    ["+8613800138000", "+86 138 0013 8000"],
    ["+862088880000", "+86 20 8888 0000"],
    ["+86 7578888-0000", "+86 757 8888 0000"],
    ["+85223456789", "+852 2345 6789"],
    ["+41225550000", "+41 22 555 00 00"],
    ["ask my assistant", "ask my assistant"],
  ])("%s reads %s", (typed, read) => expect(formatPhone(typed)).toBe(read));
});

describe("a number as it is dialled at home", () => {
  test.each<[string, Locale, Country | null, string | null]>([
    ["13800138000", "zh", null, "+8613800138000"],
    ["138 0013 8000", "zh", "fr", "+8613800138000"],
    ["１３８００１３８０００", "zh", null, "+8613800138000"],
    ["020 8888 0000", "zh", null, "+862088880000"],
    ["010-6532-0000", "zh", null, "+861065320000"],
    ["06 39 98 00 12", "fr", null, "+33639980012"],
    ["06.39.98.00.12", "fr", "cn", "+33639980012"],
    ["0639980012", "en", "fr", "+33639980012"],
    ["13800138000", "en", "cn", "+8613800138000"],
    ["2345 6789", "en", "hk", "+85223456789"],
    // Written in one language, dialled in the organisation's country.
    ["13800138000", "fr", "cn", "+8613800138000"],
    ["06 39 98 00 12", "zh", "fr", "+33639980012"],
    ["+41 22 555 00 00", "zh", "cn", "+41225550000"],
    ["0086 138 0013 8000", "fr", null, "+8613800138000"],
    ["13800138000", "fr", null, null],
    ["06 39 98 00 12", "zh", null, null],
    ["06 39 98 00 12", "en", null, null],
    ["06 39 98 00 12", "en", "other", null],
    ["8888 0000", "zh", null, null],
    ["36 30", "fr", null, null],
    // Of another country, and no more Chinese or French for it.
    ["2025550143", "zh", null, null],
    ["202 555 0143", "en", "cn", null],
    ["(202) 555-0143", "en", "cn", null],
    ["1 702 555 0143", "en", "cn", null],
    ["1-702-555-0143", "zh", null, null],
    ["1 (702) 555-0143", "zh", "fr", null],
    ["6 39 98 00 12", "fr", null, null],
    ["(0)6 39 98 00 12", "fr", null, "+33639980012"],
    ["10 6532 0000", "zh", null, null],
    ["(010) 6532 0000", "zh", null, "+861065320000"],
    ["0757 8888 0000", "zh", null, "+8675788880000"],
    // Its country code without the plus.
    ["86 138 0013 8000", "zh", null, "+8613800138000"],
  ])("%s on /%s, organisation in %s: %s", (typed, locale, known, read) => {
    expect(readPhone(typed, phoneCountries(locale, known))).toBe(read);
  });
});
