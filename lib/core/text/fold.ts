/**
 * A text as search compares it: compatibility forms joined, accents dropped, lower case, single spaces.
 * `Économie` and `ＥＣＯＮＯＭＩＥ` both give `economie`.
 */
export function fold(text: string): string {
  return text
    .replace(/\p{M}/gu, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[’']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The letters and figures of a folded text alone: `Saint-Priest (69)` and `saint priest 69` are one. */
export function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** The folded text as a `like` pattern that matches anywhere; `%`, `_` and `\` stand for themselves. */
export function likePattern(text: string): string {
  return `%${fold(text).replace(/[\\%_]/g, "\\$&")}%`;
}
