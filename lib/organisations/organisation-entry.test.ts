import { expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import { newEntry } from "./organisation-entry";

test.each<[string, string, Locale, object]>([
  ["Soierie", "", "fr", { originalLocale: "fr", name: { fr: "Soierie" } }],
  ["粤海", "", "fr", { originalLocale: "zh", name: { zh: "粤海" } }],
  ["Yuehai", "", "zh", { originalLocale: "en", name: { en: "Yuehai" } }],
  ["", "732 829 320", "fr", { name: {}, country: "fr", siren: "732829320" }],
  ["", "732 829 320 00074", "en", { siren: "732829320", siret: "73282932000074" }],
  ["", "fr44732829320", "fr", { siren: "732829320", vat: "FR44732829320" }],
  ["", "91350100m000100y43", "zh", { country: "cn", uscc: "91350100M000100Y43" }],
])("%s %s, asked in %s, begins with %j", (name, number, locale, entry) => {
  expect(newEntry({ name, number }, locale)).toMatchObject(entry);
});

test("a number that checks nowhere is not carried on", () => {
  expect(newEntry({ name: "", number: "123" }, "fr")).toEqual({
    originalLocale: "fr",
    name: {},
    stale: {},
  });
});
