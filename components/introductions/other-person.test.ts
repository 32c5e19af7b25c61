import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { OtherPerson } from "./other-person";

const wu = { familyName: "Wu", givenName: "Jialing", nameZh: null, nameOrder: "family-first" };
const met = { ...wu, state: "accepted", jobTitle: {}, organisation: {}, originalLocale: "zh" };

const draw = (locale: Locale, introduction: object) =>
  renderToStaticMarkup(createElement(OtherPerson, { introduction, locale } as never));

test.each(LOCALES)("two who met and cannot write are led to what they share, in %s", (locale) => {
  const own = `href="/${locale}/account/profile#contacts"`;
  expect(draw(locale, met)).toContain(own);
  expect(draw(locale, { ...met, wechat: "jialing-echo" })).not.toContain(own);
  expect(draw(locale, { ...met, state: "asked" })).not.toContain(own);
});
