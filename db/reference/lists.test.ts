import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../columns";
import { ACTIVITY_STAGES, DIRECTIONS } from "../enums";
import * as heritage from "./heritage";
import {
  isReference,
  REFERENCE_LISTS,
  referenceItem,
  referenceItems,
  referenceLabel,
  referenceOptions,
} from "./lists";
import { localizedTexts, typographyFaults } from "./typography";

const REASON_LISTS = [
  "reasonsApplicationRefusal",
  "reasonsChangesRequested",
  "reasonsCooperationRefusal",
  "reasonsExperienceRefusal",
  "reasonsProjectRefusal",
  "reasonsSuspension",
] as const;

describe.each(REFERENCE_LISTS)("%s", (list) => {
  const items = referenceItems(list);

  it("has unique slugs of a-z, 0-9 and hyphen", () => {
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((item) => item.slug)).size).toBe(items.length);
    expect(items.filter((item) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(item.slug))).toEqual([]);
  });

  it("has every word in three languages", () => {
    const incomplete = items.filter((item) =>
      [item.label, item.definition, item.message, item.text].some(
        (words) => words && LOCALES.some((locale) => !words[locale]?.trim()),
      ),
    );
    expect(incomplete.map((item) => item.slug)).toEqual([]);
  });
});

it.each(REASON_LISTS)("%s tells the person a sentence for each reason", (list) => {
  expect(
    referenceItems(list)
      .filter((item) => !item.message)
      .map((item) => item.slug),
  ).toEqual([]);
  expect(referenceItem(list, "other")?.requiresText).toBe(true);
});

it("keeps the typography of each language, in lists and heritage", () => {
  const all = {
    ...Object.fromEntries(REFERENCE_LISTS.map((list) => [list, referenceItems(list)])),
    ...heritage,
  };
  const faults = localizedTexts(all).flatMap(([path, locale, text]) =>
    typographyFaults(text, locale).map((fault) => `${path} ${locale}: ${fault}: ${text}`),
  );
  expect(faults).toEqual([]);
});

it("puts every kind of activity in a group of the list and gives it one direction or two", () => {
  for (const { slug, group, directions = [] } of referenceItems("activityKinds")) {
    expect([slug, isReference("activityGroups", group ?? "")]).toEqual([slug, true]);
    expect(["lyon-to-china", "china-to-lyon"]).toEqual(expect.arrayContaining(directions));
    expect(directions.length).toBeGreaterThan(0);
  }
  const groups = new Set(referenceItems("activityKinds").map(({ group }) => group));
  expect([...groups].sort()).toEqual(
    referenceItems("activityGroups")
      .map(({ slug }) => slug)
      .sort(),
  );
});

it("puts every sector in one of eight groups, and every city in a division", () => {
  const groups = new Set(referenceItems("sectors").map(({ group }) => group));
  expect([...groups].sort()).toEqual(
    referenceItems("sectorGroups")
      .map(({ slug }) => slug)
      .sort(),
  );
  expect(groups.size).toBe(8);
  expect(referenceItems("sectors")).toHaveLength(31);
  const clashes = referenceItems("sectorGroups").filter(({ slug }) => isReference("sectors", slug));
  expect(clashes).toEqual([]);
  const lost = referenceItems("cities").filter(
    ({ province }) => !isReference("provinces", province ?? ""),
  );
  expect(lost.map(({ slug }) => slug)).toEqual([]);
});

it("names the steps and directions that the database knows, no others", () => {
  const slugs = (list: (typeof REFERENCE_LISTS)[number]) =>
    referenceItems(list).map(({ slug }) => slug);
  expect(slugs("activityStages")).toEqual([...ACTIVITY_STAGES]);
  expect(slugs("directions")).toEqual([...DIRECTIONS]);
});

describe("reading a list", () => {
  it("labels a slug in the reader's language and shows an unknown one as it is", () => {
    expect(referenceLabel("cities", "guangzhou", "fr")).toBe("Canton");
    expect(referenceLabel("cities", "guangzhou", "zh")).toBe("广州");
    expect(referenceLabel("sectors", "no-such-sector", "en")).toBe("no-such-sector");
    expect(referenceLabel("sectors", "constructor", "en")).toBe("constructor");
    expect(isReference("sectors", "constructor")).toBe(false);
    expect(isReference("sectors", "energy")).toBe(true);
  });

  it("shows the French name of a place without a Chinese one", () => {
    expect(referenceLabel("lyonPlaces", "charly", "zh")).toBe("Charly");
  });

  it("offers cities by pinyin in Chinese and by French spelling in French", () => {
    const zh = referenceOptions("cities", "zh").map((option) => option.value);
    expect(zh.indexOf("beijing")).toBeLessThan(zh.indexOf("chengdu"));
    expect(zh.indexOf("chengdu")).toBeLessThan(zh.indexOf("guangzhou"));
    expect(zh.indexOf("guangzhou")).toBeLessThan(zh.indexOf("shanghai"));
    const fr = referenceOptions("cities", "fr").map((option) => option.label);
    expect(fr.indexOf("Canton")).toBeLessThan(fr.indexOf("Chengdu"));
    const sectors = referenceOptions("sectors", "fr").map((option) => option.label);
    expect(sectors.indexOf("Électronique et semi-conducteurs")).toBeLessThan(
      sectors.indexOf("Gastronomie, vins et spiritueux"),
    );
  });

  it.each(["cities", "provinces", "sectors"] as const)("sorts %s as Chinese reads them", (list) => {
    const firsts = referenceOptions(list, "zh").map(
      ({ label }) => pinyin(label, { toneType: "none", type: "array" })[0] ?? "",
    );
    expect(firsts).toEqual([...firsts].sort());
  });

  it("keeps the order of lists that mean one", () => {
    expect(referenceOptions("budgetBands", "fr")[0]).toEqual({
      value: "under-10k",
      label: "Moins de 10\u202f000\u00a0€",
    });
    expect(referenceOptions("languages", "en").map((option) => option.value)).toEqual([
      "fr",
      "en",
      "zh",
      "yue",
    ]);
  });
});

describe("heritage", () => {
  it("sources every entry", () => {
    const known = new Set(heritage.heritageSources.map((source) => source.slug));
    const entries = [
      ...heritage.keyFigures,
      ...heritage.timeline,
      ...heritage.cooperations,
      ...heritage.institutions,
    ];
    const unsourced = entries.filter(
      (entry) => entry.sources.length === 0 || entry.sources.some((slug) => !known.has(slug)),
    );
    expect(unsourced.map((entry) => entry.slug)).toEqual([]);
  });

  it("dates every entry with an ISO date or less, or with nothing", () => {
    const dates = [
      ...heritage.timeline.flatMap((entry) => [entry.date.start, entry.date.end]),
      ...heritage.cooperations.map((entry) => entry.since),
    ];
    expect(dates.filter((date) => date !== null && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date))).toEqual(
      [],
    );
  });
});
