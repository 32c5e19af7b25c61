import { expect, test } from "vitest";
import { LOCALES } from "../core/i18n/locales";
import { getTranslator } from "../core/i18n/translator";
import { toExchangesView } from "./exchange-view";

const titleWith = (ended: number, locale: (typeof LOCALES)[number]) => {
  const counts = { turn: 0, news: 0, waiting: 0, rest: 0, ended };
  const none = { interests: [], introductions: [], rooms: [], others: [], last: [] };
  const list = { ...none, invitations: [], keys: [], counts, mark: "", page: 1, pageCount: 1 };
  return toExchangesView(list, { isEnded: false }, locale).empty?.title;
};

test.each(LOCALES)("in %s, whose exchanges have all ended reads that none is current", (locale) => {
  const t = getTranslator(locale, "exchanges");
  expect(titleWith(0, locale)).toBe(t("empty.currentTitle"));
  expect(titleWith(1, locale)).toBe(t("empty.overTitle"));
});
