import { pinyin } from "pinyin-pro";

/** Longer than any name, title or place; what reads Chinese costs the square of its length. */
const LONGEST = 200;

/** Name particles that show a foreign name written by sound (`阿加特·韦尔努`): no Chinese surname leads it. */
const BY_SOUND = /[·・•‧]/u;

/**
 * The syllables of a person's Chinese name, without tones, the surname read as a surname:
 * `单伟` → `shan wei`, `曾明` → `zeng ming`. Signs that are not Chinese are left out.
 */
export function readName(name: string): string[] {
  const surname = BY_SOUND.test(name) ? "off" : "head";
  return read(name.replace(/\s/gu, ""), surname);
}

/** The syllables of a place, organisation or any other words: `乐山` → `le shan`. */
export function readWords(words: string): string[] {
  return read(words, "off");
}

/**
 * The line a Chinese name is sorted by (collation `zh-x-icu`): for each character its syllable, its tone, then itself, so
 * that one surname stays together: `汪晨`, `王伟` → `wang1 汪 chen2 晨`, `wang2 王 wei3 伟`. `lü` comes after all of `lu`,
 * as in the Xinhua dictionary.
 */
export function sortName(name: string): string {
  const surname = BY_SOUND.test(name) ? "off" : "head";
  return pinyin(start(name.replace(/[^\p{Script=Han}]/gu, "")), {
    toneType: "num",
    type: "all",
    surname,
  })
    .map((one) => `${one.pinyin.replace("ü", "u9")} ${one.origin}`.trim())
    .join(" ");
}

/**
 * What people type for a reading: apart (`guang zhou`), joined (`guangzhou`), initials (`gz`), and with the
 * three usual keys for `ü` (`lu`, `lv`, `lyu`). One line, forms separated by spaces.
 */
export function readingForms(syllables: readonly string[]): string {
  if (syllables.length === 0) return "";
  const forms = new Set<string>();
  for (const key of syllables.some((one) => one.includes("ü")) ? ["u", "v", "yu"] : [""]) {
    const typed = syllables.map((one) => one.replace("ü", key));
    for (const one of typed) forms.add(one);
    forms.add(typed.join(""));
  }
  if (syllables.length > 1) forms.add(syllables.map((one) => one[0]).join(""));
  return [...forms].join(" ");
}

function read(words: string, surname: "head" | "off"): string[] {
  return pinyin(start(words), { toneType: "none", type: "array", nonZh: "removed", surname });
}

const start = (words: string) => words.slice(0, LONGEST).toWellFormed();
