import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import * as heritage from "@/db/reference/heritage";
import { REFERENCE_LISTS, referenceItems } from "@/db/reference/lists";
import { localizedTexts } from "@/db/reference/typography";
import activities from "@/db/seed/demo/activities.json";
import demoMembers from "@/db/seed/demo/members.json";
import organisations from "@/db/seed/demo/organisations.json";
import projects from "@/db/seed/demo/projects.json";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { flatten } from "./house-files";
import { BANNED_CHINESE, BANNED_ENGLISH, type Language, WORD_TABLE } from "./word-table";

type Text = { key: string; text: string };

/** What a message says, its arguments as `{name}`, its branches one after another. */
function said(text: string): string {
  const words = (parts: MessageFormatElement[]): string =>
    parts
      .map((part) => {
        if (part.type === TYPE.literal) return part.value;
        if (part.type === TYPE.pound) return "#";
        if (part.type === TYPE.tag) return `<${part.value}>${words(part.children)}</${part.value}>`;
        if (part.type !== TYPE.select && part.type !== TYPE.plural) return `{${part.value}}`;
        return Object.values(part.options)
          .map(({ value }) => words(value))
          .join(" | ");
      })
      .join("");
  return words(parse(text));
}

const catalogues = (locale: Language): Text[] =>
  flatten(CATALOGUES[locale]).map(([key, text]) => ({ key, text: said(text) }));

const texts = (value: object, locale: Language): Text[] =>
  localizedTexts(value)
    .filter(([, language]) => language === locale)
    .map(([path, , text]) => ({ key: path.slice(1).replaceAll("/", "."), text }));

const lists = Object.fromEntries(REFERENCE_LISTS.map((list) => [list, referenceItems(list)]));
const demo = { activities, demoMembers, organisations, projects };

/** What people consented to is kept as they read it: another wording is another version. */
const consented = ({ key }: Text) => /^consentPurposes\..+\.text$/u.test(key);

/** What the portal itself says: the catalogues and the vocabularies. */
const OWN = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    [...catalogues(locale), ...texts(lists, locale).filter((text) => !consented(text))],
  ]),
) as Record<Language, Text[]>;

const found = (own: Text[], pattern: RegExp, within = /./u) =>
  own
    .filter(({ key, text }) => within.test(key) && pattern.test(text))
    .map(({ key, text }) => `${key}: ${text.match(pattern)?.[0]} in “${text.slice(0, 160)}”`);

describe.each(LOCALES)("one word for one thing, in %s", (locale) => {
  test.each(WORD_TABLE)("$thing", (row) => {
    expect(found(OWN[locale], row[locale], row.within)).toEqual([]);
  });
});

/** How the hint of a field says that a year is typed. */
const OTHER_YEARS = {
  fr: /(?<!En )quatre chiffres/iu,
  en: /(?<!In )four digits/iu,
  zh: /四位数(?!字)/u,
};

test.each(LOCALES)("a year is asked for in one form of words, in %s", (locale) => {
  expect(found(OWN[locale], OTHER_YEARS[locale])).toEqual([]);
});

/** What a script alone does: without one a page is saved by its button. */
const KEPT_AT_ONCE = {
  fr: /au fur et à mesure/u,
  en: /saved as you/u,
  zh: /随时保存|内容自动保存/u,
};

test.each(LOCALES)("nothing is promised to be saved while it is typed, in %s", (locale) => {
  expect(found(OWN[locale], KEPT_AT_ONCE[locale])).toEqual([]);
});

describe("English", () => {
  test.each(BANNED_ENGLISH)("not %s but “%s”", (pattern) => {
    const everything = [...OWN.en, ...texts(heritage, "en"), ...texts(demo, "en")];
    expect(found(everything, pattern)).toEqual([]);
  });

  test("closes up a range of days: 25–26 March", () => {
    expect(found([...OWN.en, ...texts(heritage, "en")], /\d [–—] \d/u)).toEqual([]);
  });
});

describe("Chinese", () => {
  test.each(BANNED_CHINESE)("never says %s", (word) => {
    expect(found(catalogues("zh"), new RegExp(word, "u"))).toEqual([]);
  });

  test("quotes with “”, in what people wrote for the demonstration too", () => {
    expect(found([...texts(heritage, "zh"), ...texts(demo, "zh")], /[「」]/u)).toEqual([]);
  });

  test("writes four figures without a comma: 3000", () => {
    const everything = [...OWN.zh, ...texts(heritage, "zh"), ...texts(demo, "zh")];
    expect(found(everything, /(?<!\d|,)\d,\d{3}(?![\d,])/u)).toEqual([]);
  });

  test("puts ～ between two figures, and — between two years", () => {
    const everything = [...OWN.zh, ...texts(heritage, "zh"), ...texts(demo, "zh")];
    const range = /(?<![\d-])\d+(?: ?[-–~] ?|至(?=\d+个(?:汉)?字))\d+(?![\d-])/u;
    expect(found(everything, range)).toEqual([]);
  });

  test("has one plural form, and =1 where one reads differently", () => {
    const forms = flatten(CATALOGUES.zh).flatMap(([key, text]) =>
      plurals(parse(text))
        .filter((form) => form !== "other" && !/^=\d+$/u.test(form))
        .map((form) => `${key}: ${form}`),
    );
    expect(forms).toEqual([]);
  });

  test("addresses the reader as 您", () => {
    expect(found(OWN.zh, /你/u)).toEqual([]);
  });
});

/** The forms of every plural in a message. */
function plurals(parts: MessageFormatElement[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === TYPE.tag) return plurals(part.children);
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return [];
    const inner = Object.values(part.options).flatMap(({ value }) => plurals(value));
    return part.type === TYPE.plural ? [...Object.keys(part.options), ...inner] : inner;
  });
}

/** Arguments that are figures, dates or years: « de {least} à {most} » elides nothing. */
const FIGURES =
  /^(since|until|from|to|date|day|at|start|due|least|most|max|min|value|count|year|amount|number|days|months|minutes|hours|by)$|(?:Days|Hours|Minutes|Months)$/u;

describe("French", () => {
  test("never writes « de » before a name that may begin with a vowel", () => {
    const faults = OWN.fr.filter(({ text }) =>
      [...text.matchAll(/(?<![\p{L}’])(?:de |d’)\{(\w+)\}/giu)].some(
        ([, argument]) => !FIGURES.test(argument ?? ""),
      ),
    );
    expect(faults.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });

  test("elides « que », « de », « ne », « se » before a vowel", () => {
    const whole =
      /(?<![\p{L}-])(?:que|de|ne|se|lorsque|puisque|jusque) (?:une?|ils?|elles?|on|à|aux?|en|y|autres?|aucune?s?|eux|est)(?!\p{L})/iu;
    expect(found([...OWN.fr, ...texts(heritage, "fr"), ...texts(demo, "fr")], whole)).toEqual([]);
  });

  test("puts U+202F before ; ! ? and inside « », U+00A0 before :", () => {
    const bad = /[^\u202f\s!?][;!?](?=\s|$)|[ \u00a0][;!?»]|[^\u00a0\d]:(?=\s|$)|«[^\u202f]/u;
    expect(found(OWN.fr, bad)).toEqual([]);
  });

  test("says 1er janvier, and du 1er au 9 mai", () => {
    const months =
      "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
    const bad = new RegExp(
      `(?<![\\d/])1 (?:${months})\\b|(?<!\\d)\\d{1,2} ?[-–] ?\\d{1,2} (?:${months})`,
      "u",
    );
    expect(found([...OWN.fr, ...texts(heritage, "fr"), ...texts(demo, "fr")], bad)).toEqual([]);
  });
});
