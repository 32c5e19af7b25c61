import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PeopleSection } from "./people-section";

const draw = (locale: Locale, mayAsk: boolean) =>
  renderToStaticMarkup(
    createElement(PeopleSection, {
      ...{ people: [], slug: "maison", askOf: () => null, mayAsk, locale },
    }),
  );

test.each(LOCALES)("only who may ask for a place is offered one, in %s", (locale) => {
  const label = getTranslator(locale, "affiliations")("people.ask");
  expect(draw(locale, true)).toContain(label);
  expect(draw(locale, false)).not.toContain(label);
  expect(draw(locale, false)).not.toContain("<a ");
});
