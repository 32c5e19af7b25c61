import { expect, test } from "vitest";
import { segmentsOf } from "./segments";

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });
const words = new Intl.Segmenter("fr", { granularity: "word" });

const TEXTS = [
  "",
  "a",
  "Aujourd’hui, il n’y a qu'un essai : 3.14 et 1,000. ".repeat(40),
  "e\u0323\u0301".repeat(700),
  `a${"\u0301".repeat(3000)}${"b".repeat(3000)}`,
  `${"x".repeat(5000)} y`,
  "🇫🇷🇨🇳".repeat(300),
  `a${"🇫🇷".repeat(300)}`,
  "👨‍👩‍👧‍👦".repeat(200),
  "각\r\n".repeat(400),
  `${" ".repeat(254)}𠮷𠮷𠮷`,
];

test.each(TEXTS)("letters are those of the whole text: %.20s", (text) => {
  expect(segmentsOf(text, letters)).toEqual(Array.from(letters.segment(text), (s) => s.segment));
});

test.each(TEXTS)("words are those of the whole text: %.20s", (text) => {
  expect(segmentsOf(text, words)).toEqual(Array.from(words.segment(text), (s) => s.segment));
});

test("Chinese is cut into words, and joined it is the text again", () => {
  const text = "我们在里昂寻找合作伙伴。".repeat(100);
  const cut = segmentsOf(text, new Intl.Segmenter("zh", { granularity: "word" }));
  expect(cut.join("")).toBe(text);
  expect(cut.filter((word) => word === "里昂")).toHaveLength(100);
});
