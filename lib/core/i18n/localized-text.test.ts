import { expect, test } from "vitest";
import { LOCALES } from "./locales";
import { pickText } from "./localized-text";
import { fallbackLabel } from "./ui-copy";

const fr = "Soie";
const en = "Silk";
const zh = "丝绸";

test.each([
  ["their own language", { fr, en, zh }, "fr", "zh", { text: fr, lang: "fr", isFallback: false }],
  [
    "English before the original",
    { en, zh },
    "fr",
    "zh",
    { text: en, lang: "en", isFallback: true },
  ],
  [
    "the original without English",
    { fr, zh },
    "en",
    "zh",
    { text: zh, lang: "zh", isFallback: true },
  ],
  ["any language at last", { fr }, "zh", "en", { text: fr, lang: "fr", isFallback: true }],
  [
    "the next where a text is empty",
    { fr: "", en },
    "fr",
    "fr",
    { text: en, lang: "en", isFallback: true },
  ],
] as const)("a reader is shown %s", (_, text, locale, original, shown) => {
  expect(pickText(text, locale, original)).toEqual(shown);
});

test("a reader is shown nothing where there is nothing", () => {
  expect(pickText({}, "fr", "zh")).toBeNull();
  expect(pickText(null, "fr", "zh")).toBeNull();
});

test.each(LOCALES)(
  "the label in %s names the language shown, and does not claim that it is the only one",
  (locale) => {
    const labels = LOCALES.filter((shown) => shown !== locale).map((shown) =>
      fallbackLabel(locale, shown),
    );
    expect(new Set(labels).size).toBe(2);
    expect(labels.filter((label) => /\bonly\b|uniquement|seulement|仅/iu.test(label))).toEqual([]);
  },
);
