import { expect, test } from "vitest";
import { keyFigures, timeline } from "@/db/reference/heritage";
import { LOCALES } from "../core/i18n/locales";
import { foundingItems } from "./founding-items";
import { listGaps } from "./heritage";
import { heritageView, listSources } from "./heritage-view";
import { toFigures, toTimeline } from "./queries";

const DATES = ["club-launch", "ifcl-founded", "guangzhou-twinning"];
const chosen = foundingItems().filter(({ slug }) => DATES.includes(slug));

test.each(LOCALES)("%s: every figure and date says where it comes from", (locale) => {
  const shown = [...toFigures(foundingItems(), locale), ...toTimeline(chosen, locale)];
  for (const { slug, source } of shown) {
    expect(source.text, slug).toMatch(/\p{L}{3}/u);
    if (source.url) expect(source.url, slug).toMatch(/^https?:\/\//);
  }
});

test("figures carry their caution in the reader's language", () => {
  const value = (locale: "fr" | "en" | "zh") =>
    toFigures(foundingItems(), locale).find(({ slug }) => slug === "students-today")?.value;
  expect(value("fr")).toBe("plus de 5\u202f000");
  expect(value("en")).toBe("over 5,000");
  expect(value("zh")).toBe("5000多");
});

test("a source one can open comes before the founding text and before copies", () => {
  const [founded, twinning, launch] = toTimeline(chosen, "en");
  expect(founded?.source.text).toBe("Source: Nouvel Institut franco-chinois");
  expect(twinning?.source.text).toBe("Source: Aderly, 2018");
  expect(launch?.source.text).toBe("Source: World Cities (EU–China), 2015–2016");
});

test("the timeline goes by date", () => {
  expect(toTimeline(chosen, "fr").map(({ slug }) => slug)).toEqual([
    "ifcl-founded",
    "guangzhou-twinning",
    "club-launch",
  ]);
});

test.each(LOCALES)("%s: nothing of the founding text is left out, dated or not", (locale) => {
  const { decades, figures } = heritageView(foundingItems(), new Map(), locale);
  const shown = [...decades.flatMap(({ claims }) => claims), ...figures];
  const told = [...timeline, ...keyFigures].filter(({ fromSeed }) => fromSeed);
  expect(told).toHaveLength(12);
  for (const { slug, status } of told) {
    const claim = shown.find((one) => one.slug === slug);
    expect(claim?.title, slug).toMatch(/\p{L}{2}/u);
    expect(claim?.lang, slug).toBeUndefined();
    const founding = { fr: "document fondateur", en: "founding document", zh: "创会文件" }[locale];
    if (status !== "verified") expect(claim?.remarks, slug).toContain(founding);
  }
});

test.each(LOCALES)(
  "%s: every source has an address, and the day somebody last read it",
  (locale) => {
    for (const item of foundingItems()) {
      const sources = listSources(item, locale);
      expect(sources.length, item.slug).toBeGreaterThan(0);
      for (const { name, address, opened } of sources) {
        expect(name, item.slug).toMatch(/\p{L}{2}/u);
        expect(address, name).toMatch(/^https?:\/\//);
        expect(opened, name).toMatch(
          {
            fr: /^lue le \d+\u00a0novembre 2026$/,
            en: /^read on \d+\u00a0November 2026$/,
            zh: /^2026年11月\d+日查阅$/,
          }[locale],
        );
      }
    }
  },
);

test("a copy on a stranger's site is named and not linked", () => {
  const copies = foundingItems().flatMap((item) =>
    listSources(item, "en").filter(({ isLinked }) => !isLinked),
  );
  const hosts = new Set(copies.map(({ address }) => new URL(address).hostname));
  expect([...hosts].sort()).toEqual([
    "av069.com",
    "centexcfo.com",
    "doczz.fr",
    "fx361.cc",
    "lille-communiques.com",
    "pdfslide.tips",
    "toutsurlachine.blogspot.com",
    "www.52yingtan.com",
  ]);
  for (const { name } of copies) expect(name).toMatch(/\p{L}{2}/u);
});

test("a figure is never said to be of whoever counted otherwise", () => {
  for (const slug of ["students-today", "chinese-companies-in-lyon"]) {
    const figure = toFigures(foundingItems(), "fr").find((one) => one.slug === slug);
    expect(figure?.source.text).toBe("2015 · source\u00a0: World Cities (EU–China), 2015–2016");
  }
});

test("one source is named beside a claim, several are counted", () => {
  const { figures } = heritageView(foundingItems(), new Map(), "fr");
  const said = ({ sources }: { sources: string }) => sources;
  const counted = figures.map(said).filter((words) => /^\d+ sources$/.test(words));
  expect(counted.length).toBeGreaterThan(0);
  const { institutions } = heritageView(foundingItems(), new Map(), "fr");
  expect(institutions.map(said)).toContain("ONLYLYON, 2018");
});

test("where sources disagree both stand", () => {
  const { figures, decades } = heritageView(foundingItems(), new Map(), "en");
  const counted = figures.find(({ slug }) => slug === "chinese-companies-in-lyon");
  expect(counted?.value).toBe("15");
  expect(counted?.remarks).toMatch(/11 .* 27 .*about twenty/);
  const shanghai = decades
    .flatMap(({ claims }) => claims)
    .find(({ slug }) => slug === "region-shanghai");
  expect(shanghai?.remarks).toMatch(/1985.* 1986/);
});

test("each item that a club begins with could be published as it is", () => {
  for (const item of foundingItems()) expect(listGaps(item), item.slug).toEqual([]);
});
