/** By what a letter to somebody else is found to speak of a person, or to quote them. */
export type Traces = {
  /** Names, addresses, numbers: whatever tells who they are. Found anywhere in a text. */
  names: string[];
  /** Their family name by itself: others bear it too, so it counts in their own texts only. */
  familyNames: string[];
  /** What they wrote. */
  words: string[];
};

/** Shorter words are found only where they are the whole text: "merci" is everybody's. */
const LONG_ENOUGH = 12;

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether one of these texts names the person or quotes them; line breaks and quotation marks of mails do not matter. */
export function bearsTraces(
  texts: readonly string[],
  { names, words }: Pick<Traces, "names" | "words">,
): boolean {
  const quotes = texts.flatMap((text) => text.match(/(?:^>.*\n?)+/gm) ?? []);
  const read = [...texts, ...quotes].map((text) => plain(text.replace(/^> ?/gm, "")));
  const isIn = (wanted: string) => wanted !== "" && read.some((text) => text.includes(wanted));
  const isWhole = (wanted: string) => wanted !== "" && read.includes(wanted);
  return (
    names.map(plain).some(isIn) ||
    words.map(plain).some((one) => (one.length < LONG_ENOUGH ? isWhole(one) : isIn(one)))
  );
}

/** A text in which every name is "…", whatever its case. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = names.filter((name) => name.trim().length > 1).sort(byLength);
  if (longestFirst.length === 0) return text;
  const either = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return text.replace(
    new RegExp(`(?<![\\p{sc=Latin}])(?:${either})(?![\\p{sc=Latin}])`, "giu"),
    "…",
  );
}

const byLength = (one: string, other: string) => other.length - one.length;
