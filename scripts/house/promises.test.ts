import { expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { PROMISES } from "@/lib/core/i18n/promises";
import { getTranslator } from "@/lib/core/i18n/translator";
import { flatten } from "./house-files";

/** Figures that promise nothing: what a member plans, and a call that a template proposes. */
const EXCUSED =
  /^(applications\.hints\.activityKinds|phrases\.texts\.call|rooms\.start\.message)$/u;

const SPACE = "[\\s\\u00a0\\u202f-]+";
const WRITTEN_OUT = {
  fr: `(?<![\\p{L}\\d])(?:\\d+|deux|trois|quatre|cinq|six|sept|dix|douze|quatorze|trente|soixante)${SPACE}(?:derniers )?(?:jours?|mois|semaines?|heures?|minutes?|ans?)(?!\\p{L})`,
  en: `\\b(?:\\d+|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)${SPACE}(?:working |calendar )?(?:days?|months?|weeks?|hours?|minutes?|years?)\\b`,
  zh: "(?:\\d+|[二两三四五六七八九十]+)个?(?:工作日|天|个月|月内|小时|分钟|周(?!是)|年内)",
};

test.each(LOCALES)(
  "no span of time is written out in %s: each has one figure in the code",
  (locale) => {
    const pattern = new RegExp(WRITTEN_OUT[locale], "iu");
    const faults = flatten(CATALOGUES[locale])
      .filter(([key, text]) => pattern.test(text) && !EXCUSED.test(key))
      .map(([key, text]) => `${key}: ${pattern.exec(text)?.[0]}`);
    expect(faults).toEqual([]);
  },
);

test("every promise is made in some sentence, and none of another name", () => {
  const named = LOCALES.flatMap((locale) =>
    flatten(CATALOGUES[locale]).flatMap(([, text]) =>
      [...text.matchAll(/\{(\w+(?:Days|Hours|Minutes|Months))\}/gu)].map(([, name]) => name),
    ),
  );
  expect([...new Set(named)].sort()).toEqual(Object.keys(PROMISES).sort());
});

test.each(LOCALES)("a sentence says the figure in %s without being given it", (locale) => {
  const t = getTranslator(locale, "notices");
  const { reviewDays } = PROMISES;
  expect(t.raw("projectSubmitted")).not.toMatch(/\d/u);
  const said = t("projectSubmitted");
  expect(said.match(/\d+/gu)).toEqual([String(reviewDays)]);
  expect(t("projectSubmitted", { reviewDays: 88 } as never)).toBe(
    said.replace(String(reviewDays), "88"),
  );
});
