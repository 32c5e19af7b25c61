import { describe, expect, test } from "vitest";
import { cutText } from "./cut-text";

test("a text that fits stays as it is, on one line", () => {
  expect(cutText("Combien d’ateliers ?", 40)).toBe("Combien d’ateliers ?");
  expect(cutText(" Deux\n\nlignes ", 40)).toBe("Deux lignes");
  expect(cutText("", 40)).toBe("");
});

test("what must stay in one line keeps its no-break spaces, and is not cut at them", () => {
  const french = "Le 12\u00a0décembre,\ncombien d’ateliers\u202f?";
  expect(cutText(french, 60)).toBe("Le 12\u00a0décembre, combien d’ateliers\u202f?");
  expect(cutText("Réponse attendue avant le 12\u00a0décembre", 32)).toBe(
    "Réponse attendue avant le…",
  );
});

test("what does not fit ends between words, with the sign of what is left out", () => {
  expect(cutText("How many workshops, and where, would take part?", 20)).toBe(
    "How many workshops…",
  );
  expect(cutText("贵方每年需要多少台织机，交货期多长？", 10)).toBe("贵方每年需要多少台…");
  expect(cutText("Donaudampfschifffahrtsgesellschaft", 10)).toBe("Donaudamp…");
});

test("no letter is cut in two", () => {
  expect(cutText("👩‍👩‍👧‍👦".repeat(6), 4)).toBe(`${"👩‍👩‍👧‍👦".repeat(3)}…`);
  expect(cutText("e\u0301".repeat(9), 4)).toBe(`${"e\u0301".repeat(3)}…`);
});

test("a text of ten thousand words costs as little as one of a hundred", () => {
  expect([...cutText("mot ".repeat(10_000), 60)].length).toBeLessThanOrEqual(60);
});

const LATIN = "Établissement d’une filière de recyclage des emballages de Lyon";
const HAN = "里昂与广州之间的可降解包装材料回收利用产业链建设与技术合作项目".repeat(2).slice(0, 63);

describe("a name is cut", () => {
  test("at 40 characters, at a word’s end", () => {
    expect(LATIN).toHaveLength(63);
    expect(cutText(LATIN, 40)).toBe("Établissement d’une filière de…");
  });

  test("between characters where there are no words, and never inside one", () => {
    expect([...cutText(HAN, 40)]).toHaveLength(40);
    expect(cutText(`${"x".repeat(38)}👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧`, 40)).toBe(`${"x".repeat(38)}👩‍👩‍👧…`);
  });

  test("not at all when it is short", () => {
    expect(cutText("Soie & Cie", 40)).toBe("Soie & Cie");
  });
});
