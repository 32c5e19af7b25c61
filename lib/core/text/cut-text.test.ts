import { expect, test } from "vitest";
import { cutText } from "./cut-text";

test("a text that fits stays as it is, on one line", () => {
  expect(cutText("Combien d’ateliers ?", 40)).toBe("Combien d’ateliers ?");
  expect(cutText(" Deux\n\nlignes ", 40)).toBe("Deux lignes");
  expect(cutText("", 40)).toBe("");
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
