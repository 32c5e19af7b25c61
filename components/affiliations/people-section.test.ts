import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Person } from "@/lib/affiliations/queries";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "@/lib/members/member-card";
import { PeopleSection } from "./people-section";

const draw = (locale: Locale, mayAsk: boolean, people: Person[] = [], mayClaim = false) =>
  renderToStaticMarkup(
    createElement(PeopleSection, {
      ...{ people, slug: "maison", askOf: () => null, mayAsk, mayClaim, locale },
    }),
  );

test.each(LOCALES)("only who may ask for a place is offered one, in %s", (locale) => {
  const label = getTranslator(locale, "affiliations")("people.ask");
  expect(draw(locale, true)).toContain(label);
  expect(draw(locale, false)).not.toContain(label);
  expect(draw(locale, false)).not.toContain("<a ");
});

const oneself: Person = {
  ...{ memberId: "1", slug: "odile", role: "person", position: null, isSelf: true },
  ...{ hasPage: true, isHidden: false },
  name: shownName(
    { familyName: "Quatrebarbes", givenName: "Odile", nameOrder: "given-first", nameZh: null },
    "fr",
  ),
};

test.each(LOCALES)("whose organisation nobody manages is offered to, in %s", (locale) => {
  const label = getTranslator(locale, "affiliations")("join.claim");
  const place = getTranslator(locale, "affiliations")("people.place");
  expect(draw(locale, true, [oneself], true)).toContain(label);
  expect(draw(locale, true, [oneself], false)).not.toContain(label);
  expect(draw(locale, true, [oneself], false)).toContain(place);
});
