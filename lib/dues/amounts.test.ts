import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { amountToEdit, formatAmount, formatPrice, readAmount } from "./amounts";

describe("an amount is read as people write it", () => {
  test.each([
    ["120", 12_000],
    ["120,5", 12_050],
    ["120,50", 12_050],
    ["120.50", 12_050],
    ["1 200,00 €", 120_000],
    ["1\u202f200,00\u00a0€", 120_000],
    ["€1,200.00", 120_000],
    ["1.200,00 EUR", 120_000],
    ["1200.50欧元", 120_050],
    ["1’200.05", 120_005],
    ["1,200", 120_000],
    ["1.200", 120_000],
    ["１２０．５０", 12_050],
    ["0", 0],
    ["1,000,000", 100_000_000],
  ])("%s", (written, cents) => {
    expect(readAmount(written)).toBe(cents);
  });

  test.each([
    "",
    " ",
    "-120",
    "+120",
    "−120",
    "120 $",
    "¥120",
    "120 RMB",
    "€",
    "120,505,5",
    "1,20,000",
    "1,200,00",
    "12 00",
    "1e3",
    "120€120",
    "1".repeat(30),
  ])("not: %s", (written) => {
    expect(readAmount(written)).toBeNull();
  });

  test.each([
    ["fr", 342_000, "3\u202f420,00\u00a0€"],
    ["en", 342_000, "€3,420.00"],
    ["zh", 342_000, "3420欧元"],
    ["zh", 342_050, "3420.50欧元"],
  ] as const)("and shown in %s as its readers write it: %i cents", (locale, cents, shown) => {
    expect(formatAmount(cents, locale)).toBe(shown);
  });

  test("in Chinese as the price of an event is", () => {
    const price = getTranslator("zh", "events")("marks.price", { price: 120 });
    expect(formatAmount(12_000, "zh")).toBe(price);
  });

  test.each(LOCALES)("what is shown in %s is read back", (locale) => {
    for (const cents of [1, 12_000, 120_050, 9_999_999]) {
      expect(readAmount(formatAmount(cents, locale))).toBe(cents);
      expect(readAmount(amountToEdit(cents, locale))).toBe(cents);
    }
  });
});

test("a price is told without cents where there are none", () => {
  const told = (cents: number) => LOCALES.map((locale) => formatPrice(cents, locale));
  expect(told(12_000)).toEqual(["120\u00a0€", "€120", "120欧元"]);
  expect(told(12_050)).toEqual(["120,50\u00a0€", "€120.50", "120.50欧元"]);
});
