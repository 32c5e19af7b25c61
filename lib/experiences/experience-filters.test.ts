import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { yearsWords } from "./experience-filters";

const inEach = (from: number | null, to: number | null) =>
  LOCALES.map((locale) => yearsWords(from, to, locale));

test("years read as years in each language, a single one too", () => {
  expect(inEach(2020, 2024)).toEqual(["2020–2024", "2020–2024", "2020—2024年"]);
  expect(inEach(2023, 2023)).toEqual(["2023", "2023", "2023年"]);
  expect(inEach(2023, null)).toEqual(["Depuis 2023", "Since 2023", "2023年至今"]);
  expect(inEach(null, 2023)).toEqual(["Jusqu’en 2023", "Until 2023", "至2023年"]);
  expect(inEach(null, null)).toEqual(["", "", ""]);
});
