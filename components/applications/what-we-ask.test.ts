import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { referenceLabel } from "@/db/reference/lists";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WhatWeAsk } from "./what-we-ask";

const draw = (locale: Locale, fees: { category: string; amount: string }[], joins = false) =>
  renderToStaticMarkup(
    createElement(WhatWeAsk, {
      ...{ asked: { year: "2026", fees }, locale },
      joins: joins && "invited",
    }),
  );

test.each(LOCALES)(
  "in %s who is about to apply, invited or not, reads what a year costs",
  (locale) => {
    const fees = [{ category: "associate", amount: "80 / 2026" }];
    for (const joins of [false, true]) {
      const page = draw(locale, fees, joins);
      expect(page).toContain(getTranslator(locale, "applications")("start.fees", { year: "2026" }));
      const label = referenceLabel("membershipCategories", "associate", locale);
      expect(page).toMatch(new RegExp(`<dt[^>]*>${label}</dt><dd[^>]*>80 / 2026</dd>`));
    }
  },
);

test("nothing is said of a cost where the club has set no fee", () => {
  expect(draw("fr", [])).not.toContain(getTranslator("fr", "applications")("start.feesTitle"));
});
