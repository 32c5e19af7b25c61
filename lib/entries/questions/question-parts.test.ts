import { describe, expect, test } from "vitest";
import { isForeign, partsIn, questionFingerprint, translationFor } from "./question-parts";

const asked = { words: "Combien ?", locale: "fr", answer: "两个。", answerLocale: "zh" } as const;
const note = { origin: "person", isReviewed: true, translator: { kind: "somebody" } } as const;
const inTo = (locale: "fr" | "en" | "zh") => ({ words: locale, locale, memberId: null, note });

describe("what of a question is not in a language", () => {
  test.each([
    ["en", ["question", "answer"]],
    ["fr", ["answer"]],
    ["zh", ["question"]],
  ] as const)("%s", (to, parts) => {
    expect(partsIn(asked, to).map(({ part }) => part)).toEqual(parts);
  });

  test("nothing of what was erased, nor of an answer that is not there", () => {
    const bare = { words: "", locale: "fr", answer: null, answerLocale: null } as const;
    expect(partsIn(bare, "zh")).toEqual([]);
  });
});

describe("what a reader is shown", () => {
  test.each([
    ["zh", ["zh", "en"], "zh"],
    ["zh", ["en"], "en"],
    ["zh", [], undefined],
    ["fr", ["en"], undefined],
  ] as const)("a reader of %s, with translations into %j", (locale, into, shown) => {
    expect(translationFor(asked, into.map(inTo), locale)?.locale).toBe(shown);
  });

  test("what is English already is not shown in English again", () => {
    expect(translationFor({ locale: "en" }, [inTo("en")], "zh")).toBeNull();
  });

  test("a part in another language says so until it is translated", () => {
    const shown = { question: inTo("zh"), answer: null };
    expect(isForeign({ ...asked, shown }, "zh")).toBe(false);
    expect(isForeign({ ...asked, shown: { ...shown, question: inTo("en") } }, "zh")).toBe(true);
  });
});

test("a fingerprint tells every change of what its reader saw, and the languages apart", () => {
  const seen = [
    questionFingerprint(asked, "zh", {}),
    questionFingerprint(asked, "en", {}),
    questionFingerprint({ ...asked, words: "Combien exactement ?" }, "zh", {}),
    questionFingerprint({ ...asked, answer: null }, "zh", {}),
    questionFingerprint(asked, "zh", { question: "几个？" }),
    questionFingerprint(asked, "zh", { answer: "几个？" }),
  ];
  expect(new Set(seen).size).toBe(seen.length);
});
