import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CooperationLine } from "@/lib/cooperations/queries";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CooperationLinks } from "./cooperation-links";

const draw = (count: number) => {
  const agreements = Array.from({ length: count }, (_, index) => ({
    slug: `agreement-${index}`,
    title: { fr: `Accord ${index}` },
    originalLocale: "fr",
    signed: "1988",
    ends: null,
  })) as CooperationLine[];
  const party = "universite-de-lyon";
  return renderToStaticMarkup(createElement(CooperationLinks, { agreements, party, locale: "fr" }));
};

test("a party's page shows five agreements, and leads to the list where there are more", () => {
  const all = getTranslator("fr", "cooperations")("organisation.all");
  expect(draw(0)).toBe("");
  expect(draw(5).match(/<li/g)).toHaveLength(5);
  expect(draw(5)).not.toContain(all);
  expect(draw(6).match(/<li/g)).toHaveLength(5);
  expect(draw(6)).toContain(`href="/fr/cooperations?party=universite-de-lyon">${all}`);
});
