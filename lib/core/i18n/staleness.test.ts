import { expect, test } from "vitest";
import type { Locale } from "./locales";
import type { LocalizedText } from "./localized-text";
import { markStale } from "./staleness";

const text = { fr: "Soie", en: "Silk", zh: "丝绸" };

type Case = [string, LocalizedText, Locale[], string[]?, string[]?];

const cases: Case[] = [
  ["nothing changed", text, []],
  ["the original changed", { ...text, fr: "Soie grège" }, ["en", "zh"]],
  ["original and one translation changed", { ...text, fr: "Soie grège", en: "Raw silk" }, ["zh"]],
  ["only a translation changed", { ...text, en: "Raw silk" }, []],
  ["still stale when nothing changed", text, ["zh"], ["zh"]],
  ["a stale translation changed", { ...text, zh: "生丝" }, [], ["zh"]],
  ["a stale translation is said to be right", text, ["en"], ["en", "zh"], ["zh"]],
  ["confirmed while the original changes", { ...text, fr: "Soies" }, ["en"], [], ["zh"]],
  ["a translation was emptied", { fr: "Soie grège", en: "Silk" }, ["en"], ["zh"]],
  ["the original was emptied", { en: "Silk", zh: "丝绸" }, ["en", "zh"]],
];

test.each(cases)("%s", (_, after, expected, staleBefore = [], confirmed = []) => {
  expect(markStale(text, after, "fr", staleBefore, confirmed)).toEqual(expected);
});

test("the original itself is never stale", () => {
  expect(markStale(text, text, "zh", ["zh", "en"])).toEqual(["en"]);
});

test("a first text leaves nothing stale", () => {
  expect(markStale({}, { zh: "丝绸" }, "zh", [])).toEqual([]);
});
