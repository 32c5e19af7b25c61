import { phonePattern } from "@/lib/core/text/phone-pattern";

/** By what a letter to somebody else is found to speak of a person, or to quote them. */
export type Traces = {
  /** Names, addresses, numbers: whatever tells who they are. Found anywhere in a text, as words of their own. */
  names: string[];
  /** What they wrote. */
  words: string[];
};

/** Shorter words are found only where they are the whole text: "merci" is everybody's. */
const LONG_ENOUGH = 12;

/** Shorter names in Latin letters are parts of everybody's words. */
const SHORTEST_NAME = 4;

/** Longer than a person's Chinese name: found inside a run of Chinese too. */
const LONGER_THAN_NAMES = 4;

/** With what the portal's mails go on behind a Chinese name; any other sign there makes it a longer one. */
export const BEHIND_NAMES = "申希邀已接不为谢目在现的是和与认";

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * Whether one of these texts names the person or quotes them; line breaks and quotation marks of mails do not matter.
 * Whose name only begins like theirs (`Chen Ling`, `王伟明`) is somebody else; a telephone number counts in any spelling.
 */
export function bearsTraces(texts: readonly string[], { names, words }: Traces): boolean {
  const quotes = texts.flatMap((text) => text.match(/(?:^>.*\n?)+/gm) ?? []);
  const read = [...texts, ...quotes].map((text) => plain(text.replace(/^> ?/gm, "")));
  const isIn = (wanted: string) => wanted !== "" && read.some((text) => text.includes(wanted));
  const isWhole = (wanted: string) => wanted !== "" && read.includes(wanted);
  return (
    names.map(plain).some((name) => {
      const isNamed = asOwnWords(name);
      return isNamed !== null && read.some((text) => text.search(isNamed) >= 0);
    }) || words.map(plain).some((one) => (one.length < LONG_ENOUGH ? isWhole(one) : isIn(one)))
  );
}

const LETTER = "(?:(?!\\p{sc=Han})[\\p{L}\\p{M}\\p{N}])";

function asOwnWords(name: string): RegExp | null {
  const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  if (/^\p{sc=Han}+$/u.test(name)) {
    if (name.length < 2) return null;
    if (name.length >= LONGER_THAN_NAMES) return new RegExp(literal, "u");
    return new RegExp(`(?<!\\p{sc=Han})${literal}(?=[${BEHIND_NAMES}]|(?!\\p{sc=Han}))`, "u");
  }
  const phone = phonePattern(name);
  if (phone || name.length < SHORTEST_NAME) return phone;
  // What joins the parts of an address joins none of a name at the end of a sentence.
  const joins = name.includes("@") ? "[-._+]" : "-";
  return new RegExp(
    `(?<!${LETTER}|${LETTER}${joins})${literal}(?!${LETTER}|${joins}${LETTER})`,
    "u",
  );
}
