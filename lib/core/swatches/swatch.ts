/** Where a thing is at home: the loom's cards for Lyon, the lattice for China, one beside the other for both; threads for the rest. */
export type Weave = "lyon" | "china" | "both" | "threads";

/** All that a swatch is drawn from. */
export type Swatch = {
  weave: Weave;
  /** A whole number from 0 to `MOST_SEED`, drawn by lot when the thing was made. */
  seed: number;
};

export const MOST_SEED = 2 ** 31 - 1;

/** A weave in an address. Whoever changes how one is drawn gives it a new letter: browsers keep a swatch for ever. */
const LETTERS: Record<Weave, string> = { lyon: "l", china: "c", both: "b", threads: "t" };

const WEAVES = new Map(Object.entries(LETTERS).map(([weave, letter]) => [letter, weave as Weave]));

/** Where a swatch lies. Its address says all that it shows, and nothing else. */
export const swatchHref = ({ weave, seed }: Swatch): string =>
  `/api/swatches/${LETTERS[weave]}${seed.toString(36)}.svg`;

/** The swatch that the last part of an address means; null where none has it. */
export function readSwatch(name: string): Swatch | null {
  const [, letter = "", figures = ""] = /^([a-z])(0|[1-9a-z][0-9a-z]{0,5})\.svg$/.exec(name) ?? [];
  const weave = WEAVES.get(letter);
  const seed = Number.parseInt(figures, 36);
  return weave && seed <= MOST_SEED ? { weave, seed } : null;
}

/** The swatch of what is made once and keeps its name: a word of a list, a key (FNV-1a). */
export function swatchOfWord(word: string): Swatch {
  let hash = 0x811c9dc5;
  for (const one of word) hash = Math.imul(hash ^ (one.codePointAt(0) ?? 0), 0x01000193);
  return { weave: "threads", seed: hash & MOST_SEED };
}
