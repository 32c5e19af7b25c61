import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { flatten } from "./house-files";

/** Nouns that stand beside a figure drawn on its own, and lists with their heading: none and one are alike. */
const BESIDE_FIGURE = /^pages\.home\.(members|organisations|activities|agreements)$|\.reasons\./u;

type Arguments = { figures: Set<string>; words: Set<string>; choices: Map<string, string[]> };
type Render = (key: string, values: Record<string, unknown>) => string;

const COUNTS = [0, 1, 2, 5];
/** Arguments that are counts also where a message puts them in as they are. */
const COUNT_NAMES = /^(count|days|hours|minutes|months|times|left|known)$/u;

function readArguments(parts: MessageFormatElement[], into: Arguments): Arguments {
  for (const part of parts) {
    if (part.type === TYPE.tag) readArguments(part.children, into);
    if (part.type === TYPE.argument) into.words.add(part.value);
    if (part.type === TYPE.number || part.type === TYPE.plural) into.figures.add(part.value);
    if (part.type === TYPE.select) into.choices.set(part.value, Object.keys(part.options));
    if (part.type === TYPE.select || part.type === TYPE.plural) {
      for (const { value } of Object.values(part.options)) readArguments(value, into);
    }
  }
  return into;
}

/** Every counted message: its room, its key, and what it takes in any of the three languages. */
function countedMessages() {
  return Object.keys(CATALOGUES.en).flatMap((room) => {
    const name = room as keyof typeof CATALOGUES.en;
    const other = Object.fromEntries(
      LOCALES.map((locale) => [locale, new Map(flatten(CATALOGUES[locale][name]))]),
    );
    return flatten(CATALOGUES.en[name]).flatMap(([key]) => {
      const taken: Arguments = { figures: new Set(), words: new Set(), choices: new Map() };
      for (const locale of LOCALES) readArguments(parse(other[locale]?.get(key) ?? ""), taken);
      for (const figure of taken.figures) taken.choices.delete(figure);
      for (const word of taken.words) if (COUNT_NAMES.test(word)) taken.figures.add(word);
      return taken.figures.size > 0 ? [{ room: name, key, taken }] : [];
    });
  });
}

const MESSAGES = countedMessages();

/** What a message says of a count, once for each way its choices can fall. */
function renderings(locale: Locale, { room, key, taken }: (typeof MESSAGES)[number], n: number) {
  const t = getTranslator(locale, room);
  const values: Record<string, unknown> = {
    ...Object.fromEntries([...taken.words].map((name) => [name, "X"])),
    ...Object.fromEntries([...taken.figures].map((name) => [name, n])),
  };
  const cases = [...taken.choices].reduce<Record<string, string>[]>(
    (all, [name, options]) =>
      all.flatMap((one) => options.map((option) => ({ ...one, [name]: option }))),
    [{}],
  );
  const render = t.markup as unknown as Render;
  return cases.map((one) => render(key, { ...values, ...TAGS, ...one }));
}

const inside = (words: string) => words;
const TAGS = { mail: inside, link: inside, b: inside, strong: inside, a: inside };

/** What stands right after a figure, one noun or word for one and for many, as the catalogues' own plurals say. */
const LEXICON = Object.fromEntries(
  LOCALES.map((locale) => {
    const words = { one: new Set<string>(), other: new Set<string>() };
    const read = (parts: MessageFormatElement[]): void => {
      for (const part of parts) {
        if (part.type !== TYPE.plural && part.type !== TYPE.select) continue;
        for (const [form, { value }] of Object.entries(part.options)) {
          const [, next] = value;
          if (value[0]?.type === TYPE.pound && next?.type === TYPE.literal) {
            const word = /^[ \u00a0](\p{L}+)/u.exec(next.value)?.[1];
            if (word && (form === "one" || form === "other")) words[form].add(word);
          }
          read(value);
        }
      }
    };
    for (const [, text] of flatten(CATALOGUES[locale])) read(parse(text));
    return [locale, words];
  }),
) as Record<Locale, { one: Set<string>; other: Set<string> }>;

/** Singulars in s. */
const SINGULAR = { en: /^(business|access|ms|s|process)$/u, fr: /^(fois|mois|choix|accès|ms|s)$/u };

/** What breaks the agreement of number: “1 days”, “2 day”, « 0 jours ». */
function disagrees(locale: Locale, text: string, n: number): boolean {
  if (locale === "zh") return false;
  const words = [...text.matchAll(/(?<![\p{L}\d.,:-])(\d+)[ \u00a0\u202f](\p{L}+)/gu)]
    .filter(([, figure]) => Number(figure) === n)
    .map(([, , word]) => word ?? "");
  const { one, other } = LEXICON[locale];
  if (locale === "fr" ? n < 2 : n === 1) {
    return words.some(
      (word) => /[sx]$/u.test(word) && !SINGULAR[locale].test(word) && !one.has(word),
    );
  }
  return words.some((word) => one.has(word) && !other.has(word));
}

describe.each(LOCALES)("counted messages in %s", (locale) => {
  test.each(COUNTS)("with %i say no brace, no #, and agree in number", (n) => {
    const faults = MESSAGES.flatMap((message) =>
      renderings(locale, message, n)
        .filter((text) => /[{}#]|undefined|NaN/u.test(text) || disagrees(locale, text, n))
        .map((text) => `${message.room}.${message.key}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  test("never say of none what they say of one", () => {
    const alike = MESSAGES.filter(({ room, key }) => !BESIDE_FIGURE.test(`${room}.${key}`)).flatMap(
      (message) => {
        const one = renderings(locale, message, 1);
        const two = renderings(locale, message, 2);
        return renderings(locale, message, 0)
          .filter((text, way) => text === one[way] && text !== two[way])
          .map((text) => `${message.room}.${message.key}: ${text}`);
      },
    );
    expect(alike).toEqual([]);
  });
});

test("there are counted messages to try", () => {
  expect(MESSAGES.length).toBeGreaterThan(100);
});
