import { readChineseName, splitChineseName } from "./chinese-name";

export type LatinName = { familyName: string; givenName: string };

/** Two to eight characters, the surname apart or not. */
const HAN_NAME = /^\p{Script=Han}{1,4}\s?\p{Script=Han}{1,7}$/u;

/**
 * The Latin form proposed for a Chinese name, as a passport of the People's Republic writes it: the given name in one
 * word, no tones, no apostrophe, `ü` as `yu` (`吴佳绫` → Wu Jialing, `吕西安` → Lyu Xian). To be corrected by its owner:
 * Hong Kong, Taiwan and other passports spell otherwise. Null for a name written by sound (`让·穆兰`), for one with
 * other signs than Chinese characters, and where a character has no reading. Source: GB/T 28039-2011.
 */
export function proposeLatinName(nameZh: string): LatinName | null {
  const name = nameZh.trim();
  if (!HAN_NAME.test(name)) return null;
  const parts = splitChineseName(name);
  const read = readChineseName(parts);
  const isWhole =
    read.family.length === lettersOf(parts.family) && read.given.length === lettersOf(parts.given);
  return isWhole ? { familyName: asWord(read.family), givenName: asWord(read.given) } : null;
}

const lettersOf = (text: string) => Array.from(text.replace(/\s/gu, "")).length;

function asWord(syllables: readonly string[]): string {
  const word = syllables.join("").replaceAll("ü", "yu");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
