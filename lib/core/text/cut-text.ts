import { segmentsOf } from "./segments";

const letters = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Enough for letters with all the accents they may bear; what lies behind is not looked at. */
const UNITS_A_LETTER = 64;

/**
 * A text on one line, of at most `most` letters (graphemes), `…` included: cut at a word's end where there is one in its
 * second half, else between letters. No-break spaces stay what they are.
 */
export function cutText(text: string, most: number): string {
  const line = text
    .slice(0, most * UNITS_A_LETTER)
    .replace(/(?:(?![\u00a0\u202f])[\s\p{Cc}])+/gu, " ")
    .trim();
  const found = segmentsOf(line, letters);
  if (found.length <= most) return line;
  const kept = found.slice(0, most - 1);
  const atWord = found[most - 1] === " " ? kept.length : kept.lastIndexOf(" ");
  const shown = atWord >= most / 2 ? kept.slice(0, atWord) : kept;
  return `${shown.join("").replace(/[\p{P}\s]+$/u, "")}…`;
}

/** So many letters of a question are quoted in a list. */
const QUOTED = 200;

/** A question as a list quotes it, on one line. */
export const quoteText = (question: string): string => cutText(question, QUOTED);
