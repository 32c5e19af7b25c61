/** What may stand before a point: a dash, a dot, a number. */
const SIGN = /^(?:[-–—•*·]|\d{1,2}[.)、])[^\S\n]*/u;

/** The points of a text that has one a line, without the signs that some write before them. */
export const pointsOf = (text: string): string[] =>
  text.split("\n").flatMap((line) => line.trim().replace(SIGN, "").trim() || []);
