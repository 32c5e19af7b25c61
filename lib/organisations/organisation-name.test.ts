import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { namesInPlace, organisationName } from "./organisation-name";

const both = { fr: "Métropole de Lyon", en: "Lyon Metropolis", zh: "大里昂都会区" };

test.each<[Locale, LocalizedText, string, string | undefined]>([
  ["fr", both, "Métropole de Lyon", "大里昂都会区"],
  ["en", both, "Lyon Metropolis", "大里昂都会区"],
  ["zh", both, "大里昂都会区", "Métropole de Lyon"],
  ["zh", { fr: "Codelys" }, "Codelys", undefined],
  ["fr", { zh: "广州粤海" }, "广州粤海", undefined],
  ["fr", { en: "Yuehai" }, "Yuehai", undefined],
  ["fr", { fr: "TCL", zh: "TCL" }, "TCL", undefined],
  ["fr", {}, "address", undefined],
])("in %s, %j is called %s", (locale, name, text, other) => {
  const shown = organisationName({ name, originalLocale: "fr", slug: "address" }, locale);
  expect([shown.text, shown.other?.text]).toEqual([text, other]);
});

test.each<[LocalizedText, LocalizedText]>([
  [{ fr: "广州丝桥" }, { zh: "广州丝桥" }],
  [{ en: "广州丝桥", fr: "广州丝桥" }, { zh: "广州丝桥" }],
  [
    { fr: "Siqiao", en: "广州丝桥" },
    { fr: "Siqiao", zh: "广州丝桥" },
  ],
  [
    { fr: "丝桥", zh: "广州丝桥" },
    { fr: "丝桥", zh: "广州丝桥" },
  ],
  [{ fr: "Siqiao" }, { fr: "Siqiao" }],
  [{ fr: "Huawei 华为 France" }, { fr: "Huawei 华为 France" }],
  [{ en: "3M中国" }, { en: "3M中国" }],
  [{ fr: "株式会社さくら" }, { fr: "株式会社さくら" }],
])("%j is kept as %j", (typed, kept) => {
  expect(namesInPlace(typed)).toEqual(kept);
});
