import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type AgendaFilters, agendaQuery, NO_FILTERS } from "@/lib/events/agenda-filters";
import { EmptyAgenda } from "./empty-agenda";

test.each(LOCALES)("an empty agenda says why, and how to see more, in %s", (locale) => {
  const t = getTranslator(locale, "events");
  const draw = (asked: Partial<AgendaFilters>) => {
    const filters = { ...NO_FILTERS, ...asked };
    const to = (change: Partial<AgendaFilters>) =>
      `/events?${JSON.stringify(agendaQuery({ ...filters, ...change }))}`;
    return renderToStaticMarkup(createElement(EmptyAgenda, { filters, locale, to }));
  };
  const month = "2027-02";
  expect(draw({})).toContain(t("list.emptyTitle"));
  expect(draw({ isPast: true })).toContain(t("list.emptyPastTitle"));
  expect(draw({ month })).toContain(t("list.emptyMonthTitle"));
  for (const narrowed of [{ q: "zzz" }, { q: "zzz", month }, { kind: "forum", month }]) {
    const drawn = draw(narrowed);
    expect(drawn).toContain(t("list.emptyFilteredTitle"));
    expect(drawn).toContain(t("list.all"));
    expect(drawn).not.toContain(t("list.emptyMonthTitle"));
  }
  const words = { fr: "mots", en: "words", zh: "关键词" }[locale];
  expect(t("list.emptyFilteredText")).toContain(words);
});
