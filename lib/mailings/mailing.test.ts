import { describe, expect, test } from "vitest";
import { mailingLetter } from "./letter";
import { listGaps, originalOf } from "./mailing";

const WORDS = { fr: "Bonjour", en: "Hello", zh: "您好" };
const ALL = { kind: "notice", subject: WORDS, body: WORDS, locales: [], shownUntil: null } as const;

describe("what is still to be written", () => {
  test("nothing, where each language has both", () => {
    expect(listGaps({ ...ALL, locales: [] })).toEqual([]);
  });

  test("what a language lacks is named", () => {
    const subject = { fr: "Bonjour", en: "Hello" };
    expect(listGaps({ ...ALL, locales: [], subject, body: { fr: "Bonjour" } })).toEqual([
      { locale: "en", lacks: ["body"] },
      { locale: "zh", lacks: ["subject", "body"] },
    ]);
  });

  test("readers of one language need that one, the home page all of them", () => {
    const french = { ...ALL, subject: { fr: "Bonjour" }, body: { fr: "Bonjour" }, locales: ["fr"] };
    expect(listGaps(french)).toEqual([]);
    const shown = listGaps({ ...french, shownUntil: "2026-12-31" });
    expect(shown.map(({ locale }) => locale)).toEqual(["en", "zh"]);
  });
});

describe("the letter", () => {
  const body = { ...WORDS, fr: "Premier.\n\n \n\nSecond,\nsuite." };

  test("has a paragraph for each, and says why its reader gets it", () => {
    const { parts, preheader } = mailingLetter({ ...ALL, body }, "fr", { name: "Zoé" });
    expect(parts.slice(0, 2)).toEqual([
      { type: "prose", text: "Premier." },
      { type: "prose", text: "Second,\nsuite." },
    ]);
    expect(preheader).toBe("Premier.");
    expect(parts.at(-1)).toMatchObject({ type: "text", text: expect.stringContaining("membre") });
  });

  test("a test says so in its subject", () => {
    const { subject } = mailingLetter({ ...ALL, body }, "zh", { name: "", isTest: true });
    expect(subject).toBe("【测试】您好");
  });
});

test.each<[string, Partial<typeof WORDS>, Partial<typeof WORDS>, string]>([
  ["nothing is written: the reader begins", {}, {}, "zh"],
  ["French alone", { fr: "Avis" }, {}, "fr"],
  ["all three, begun by somebody who reads English", { fr: "a", en: "b", zh: "c" }, {}, "en"],
  ["a body alone", {}, { zh: "正文" }, "zh"],
])("the original of a mailing that a Chinese reader opens: %s", (_, subject, body, original) => {
  expect(originalOf({ subject, body, makerLocale: "en" }, "zh")).toBe(original);
});
