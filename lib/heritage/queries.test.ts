import { expect, test } from "vitest";
import { cooperations } from "@/db/reference/heritage";
import { LOCALES } from "../core/i18n/locales";
import { FOUNDING_DATES, listCooperations, listKeyFigures, listTimeline } from "./queries";

const DATES = ["club-launch", "ifcl-founded", "guangzhou-twinning"];

test.each(LOCALES)("%s: every figure and date says where it comes from", (locale) => {
  const shown = [
    ...listKeyFigures(locale),
    ...listTimeline(locale, DATES),
    ...listCooperations(locale),
  ];
  for (const { slug, source } of shown) {
    expect(source.text, slug).toMatch(/\p{L}{3}/u);
    if (source.url) expect(source.url, slug).toMatch(/^https?:\/\//);
  }
});

test("figures carry their caution in the reader's language", () => {
  const value = (locale: "fr" | "en" | "zh") =>
    listKeyFigures(locale).find(({ slug }) => slug === "students-today")?.value;
  expect(value("fr")).toBe("plus de 5\u202f000");
  expect(value("en")).toBe("over 5,000");
  expect(value("zh")).toBe("5000多");
});

test("a source one can open comes before the founding text and before copies", () => {
  const [founded, twinning, launch] = listTimeline("en", DATES);
  expect(founded?.source.text).toBe("Source: New Franco-Chinese Institute");
  expect(twinning?.source.text).toBe("Source: Aderly, 2018");
  expect(launch?.source.text).toBe("Source: World Cities (EU–China), 2015–2016");
});

test("the timeline keeps its order, co-operations go by date", () => {
  expect(listTimeline("fr", DATES).map(({ slug }) => slug)).toEqual([
    "ifcl-founded",
    "guangzhou-twinning",
    "club-launch",
  ]);
  const since = listCooperations("en").map(({ date }) => date ?? "Z");
  expect(since).toEqual([...since].sort());
});

test.each(LOCALES)("%s: nothing of the founding text is left out, dated or not", (locale) => {
  expect(FOUNDING_DATES).toEqual(expect.arrayContaining(["labex-imu", "guangzhou-mayor-2013"]));
  expect(listTimeline(locale, FOUNDING_DATES)).toHaveLength(FOUNDING_DATES.length);
  const told = cooperations.filter(({ fromSeed }) => fromSeed).map(({ slug }) => slug);
  const shown = listCooperations(locale).map(({ slug }) => slug);
  expect(shown).toEqual(expect.arrayContaining(told));
  expect(listCooperations(locale).at(-1)).toMatchObject({ slug: "emlyon-sysu", date: null });
});
