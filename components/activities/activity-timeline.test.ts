import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActivityTimeline } from "./activity-timeline";

const draw = (locale: Locale, isOwn: boolean) =>
  renderToStaticMarkup(createElement(ActivityTimeline, { items: [], isOwn, locale }));

test.each(LOCALES)("an empty one invites only the member whose it is to add, in %s", (locale) => {
  const words = getTranslator(locale, "activities")("timeline.emptyOwn");
  expect(draw(locale, true)).toContain(words);
  expect(draw(locale, true)).toContain(`href="/${locale}/activities/new"`);
  expect(draw(locale, false)).not.toContain(words);
  expect(draw(locale, false)).not.toContain("<a ");
});
