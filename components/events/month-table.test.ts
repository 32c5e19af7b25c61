import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MonthTable } from "./month-table";

test.each(LOCALES)("in %s, an event that is cancelled says so on its day", (locale) => {
  const drawn = (progress: "open" | "cancelled") => {
    const day = "2027-02-03T18:00";
    const line = { id: "e", slug: "s", title: { fr: "La soie" }, starts: day, ends: day, progress };
    const lines = [{ ...line, originalLocale: "fr" }] as never;
    const rest = { lines, locale, month: "2027-02", today: "2027-02-01" };
    return renderToStaticMarkup(createElement(MonthTable, rest));
  };
  const said = getTranslator(locale, "events")("marks.cancelled");
  expect(drawn("cancelled")).toContain(said);
  expect(drawn("open")).not.toContain(said);
});
