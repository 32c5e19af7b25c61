import { expect, test, vi } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { chooseSlug } from "@/lib/core/text/slug";
import { readStored } from "@/lib/entries/stored-entry";
import { pageValues } from "./club-values";
import { CLUB_PAGES, isClubPage, listGaps, listWrong, PAGE } from "./page";
import { readPageText } from "./page-text";
import { fillIn, findUnknown, VALUE_NAMES } from "./page-values";
import { pageView } from "./page-view";
import { charterVersion, portalContent, portalText } from "./portal-text";

const settings = vi.hoisted(() => ({ keepYears: "10" }));

vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), CLUB_DUES_KEEP_YEARS: settings.keepYears }) };
});

const DAY = "2026-11-26";
const EACH = CLUB_PAGES.flatMap((page) => LOCALES.map((locale) => [page, locale] as const));

test("the words of its pages are no address of anything else", () => {
  for (const page of CLUB_PAGES) expect(chooseSlug("project", page, [])).not.toBe(page);
  expect(isClubPage("legal")).toBe(true);
  expect(isClubPage("apply")).toBe(false);
});

test.each(EACH)(
  "%s in %s: the portal's text is whole and names no unknown value",
  (page, locale) => {
    const text = portalText(page, locale);
    for (const words of Object.values(text)) {
      expect(words).toMatch(/\p{L}{2}/u);
      expect(findUnknown(words)).toBeUndefined();
      expect(words, "a quote would be one of ICU").not.toContain("'");
    }
    const view = pageView(page, null, locale);
    expect(JSON.stringify(view)).not.toMatch(/[{]\w+[}]/);
    const others = LOCALES.map((other) => readPageText(portalText(page, other).body));
    const shape = (parts: ReturnType<typeof readPageText>) =>
      parts.map(({ heading, blocks }) => [heading !== null, blocks.map(({ kind }) => kind)]);
    expect(others.map(shape)).toEqual(others.map(() => shape(readPageText(text.body))));
  },
);

test("the charter's commitments are a numbered list", () => {
  const [part] = readPageText(portalText("charter", "fr").body);
  expect(part?.blocks).toMatchObject([{ kind: "numbered", first: 1, points: { length: 5 } }]);
  expect([charterVersion(0), charterVersion(2)]).toEqual([1, 3]);
});

test.each(CLUB_PAGES)(
  "%s: what the portal says lacks only its day as a text of the club",
  (page) => {
    const content = readStored(PAGE, portalContent(page));
    expect(listGaps(content, DAY)).toEqual([
      { field: "effectiveOn", section: "effect", code: "required" },
    ]);
    expect(listGaps({ ...content, effectiveOn: DAY }, DAY)).toEqual([]);
  },
);

test.each(LOCALES)("%s: every value is filled in, an unknown one is left", (locale) => {
  const values = pageValues(locale);
  const all = VALUE_NAMES.map((name) => `{${name}}`).join(" | ");
  const filled = fillIn(all, values).split(" | ");
  expect(filled).toHaveLength(VALUE_NAMES.length);
  for (const value of filled) expect(value).toMatch(/^[^{}]+$/);
  expect(fillIn("{contacts} { } {}", values)).toBe("{contacts} { } {}");
});

test.each(LOCALES)("the privacy notice in %s says how long each is kept", (locale) => {
  const { body } = portalText("privacy", locale);
  const told = VALUE_NAMES.filter((name) => /(Days|Months|Hours|Minutes|duesYears)$/.test(name));
  expect(told.filter((name) => !body.includes(`{${name}}`))).toEqual([]);
});

test.each([
  ["1", { fr: "1 an", en: "1 year", zh: "1年" }],
  ["10", { fr: "10 ans", en: "10 years", zh: "10年" }],
])("calls and receipts are kept for %s as the setting says", (years, said) => {
  settings.keepYears = years;
  for (const locale of LOCALES) {
    expect(pageValues(locale).duesYears).toBe(said[locale]);
    expect(JSON.stringify(pageView("privacy", null, locale))).toContain(said[locale]);
  }
});

test.each([
  ["{contact} {club}", undefined],
  ["{adress}", "{adress}"],
  ["{contact", "{"],
  ["contact}", "}"],
  ["{}", "{}"],
  ["{{contact}}", "{"],
  ["{contact\n}", "{"],
  ["{constructor}", "{constructor}"],
])("in %j the first unknown is %j", (text, unknown) => {
  expect(findUnknown(text)).toBe(unknown);
});

test("an unknown value and a day that has passed are told on their fields", () => {
  const body = { fr: "{contact}", zh: "{hots}" };
  expect(listWrong({ body, effectiveOn: "2026-11-25" }, DAY)).toEqual([
    {
      field: "body.zh",
      section: "text",
      code: "valueUnknown",
      values: { found: "{hots}", known: expect.stringContaining("{host}") },
    },
    { field: "effectiveOn", section: "effect", code: "dayPassed" },
  ]);
  expect(listWrong({ effectiveOn: DAY }, DAY)).toEqual([]);
  expect(listWrong({}, DAY)).toEqual([]);
});

test("a page says of a translation that its original has changed", () => {
  const body = { fr: "Deux.", en: "Two.", zh: "一。" };
  const content = readStored(PAGE, { originalLocale: "fr", body });
  const isOlder = (locale: "fr" | "en" | "zh") =>
    pageView("about", content, locale, { body: ["zh"] }).isOlder;
  expect((["fr", "en", "zh"] as const).filter(isOlder)).toEqual(["zh"]);
  expect(pageView("about", null, "zh").isOlder).toBe(false);
});

test("what the club has not written in a language is read in another, marked as such", () => {
  const content = readStored(PAGE, {
    originalLocale: "fr",
    title: { fr: "Charte", zh: "公约" },
    lead: { fr: "Nous." },
    body: { fr: "1. {club}" },
  });
  const view = pageView("charter", content, "zh");
  expect(view.title).toEqual({ text: "公约", lang: "zh", isFallback: false });
  expect(view.lead).toEqual({ text: "Nous.", lang: "fr", isFallback: true });
  const [part] = view.body.parts;
  expect(view.body).toMatchObject({ lang: "fr", isFallback: true });
  expect(part?.blocks).toEqual([{ kind: "numbered", first: 1, points: [pageValues("zh").club] }]);
});
