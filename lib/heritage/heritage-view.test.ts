import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { foundingItems } from "./founding-items";
import { claimOf, headingOf, isOutdated } from "./heritage-view";
import { toFigures, toTimeline } from "./queries";

const [founding] = foundingItems();

const item = (texts: object) => {
  if (!founding) throw new Error("the club begins with no item");
  return { ...founding, figure: {}, differs: {}, originalLocale: "zh" as const, ...texts };
};

test("what is not in the reader's language names the one shown, and is marked as such", () => {
  const written = item({
    title: { zh: "接收学生", en: "Students" },
    story: { zh: "首批。", fr: "Premiers." },
  });
  const told = LOCALES.map((locale) => {
    const { lang, textLang, note } = claimOf(written, new Map(), locale);
    return [locale, lang, textLang, note];
  });
  expect(told).toEqual([
    ["fr", "en-GB", undefined, fallbackLabel("fr", "en")],
    ["en", undefined, "zh-Hans", fallbackLabel("en", "zh")],
    ["zh", undefined, undefined, undefined],
  ]);
});

test("it is marked on the home page too, the value of a figure by itself", () => {
  const texts = {
    title: { zh: "展位", en: "Stands" },
    figure: { zh: "12个" },
    story: { zh: "首批。" },
  };
  const [figure] = toFigures([item({ ...texts, part: "figure" })], "en");
  expect(figure).toMatchObject({ title: "Stands", value: "12个", valueLang: "zh-Hans" });
  expect(figure?.lang).toBeUndefined();
  const [date] = toTimeline([item({ ...texts, part: "date" })], "fr");
  expect(date).toMatchObject({ lang: "en-GB", textLang: "zh-Hans" });
});

test("a figure is called by its value and what it counts, anything else by its title", () => {
  const title = { zh: "在读学生", en: "students" };
  const figure = item({ title, figure: { zh: "5000多名", en: "over 5,000" } });
  expect(LOCALES.map((locale) => headingOf(figure, locale))).toEqual([
    "over 5,000 students",
    "over 5,000 students",
    "在读学生：5000多名",
  ]);
  expect(headingOf(item({ title }), "en")).toBe("students");
  expect(headingOf(item({ title: {} }), "en")).toBe("Untitled");
});

test("a translation is older than its original once that has changed, for who reads it", () => {
  const written = item({
    title: { zh: "接收学生", en: "Students" },
    story: { zh: "首批。", en: "First." },
  });
  const changed = { ...written, stale: { story: ["en" as const] } };
  expect(LOCALES.map((locale) => isOutdated(changed, locale))).toEqual([false, true, false]);
  expect(isOutdated({ ...written, stale: {} }, "en")).toBe(false);
});
