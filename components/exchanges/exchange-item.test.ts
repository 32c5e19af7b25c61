import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ExchangeItem } from "./exchange-item";

test("between who wrote and what they wrote is one space, in Chinese that of the colon", () => {
  const texts = LOCALES.map((locale) => {
    const by = getTranslator(locale, "exchanges")("by.me");
    const words = { who: { words: "林美桦" }, kind: "–", words: "Jeudi", when: "–" };
    const row = { href: `/${locale}/interests/1`, by, ...words };
    const drawn = renderToStaticMarkup(createElement(ExchangeItem, { row }));
    return /line-clamp.*?<\/p>/.exec(drawn)?.[0].replace(/^.*?>|<[^>]*>/g, "");
  });
  expect(texts).toEqual(["Vous\u00a0: Jeudi", "You: Jeudi", "您：Jeudi"]);
});
