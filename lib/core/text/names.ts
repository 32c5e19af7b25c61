import type { z } from "zod";
import type { ErrorCode } from "../errors";
import { isHanName } from "./contact-formats";
import { optionalLine } from "./fields";

/** Scripts that share their words, then those whose letters look like theirs (UTS #39, highly restrictive). */
const ALPHABETS = [
  /[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Joiners that Arabic and Indian scripts need, and the variants of a Chinese character. */
const NEEDED =
  /(?<=[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}])[\u200c\u200d]|(?<=\p{Script=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const INVISIBLE = /[\p{Cf}\p{DI}\p{Co}\u2800]/u;

const ENDINGS =
  "ai|app|asia|be|biz|cc|ch|cn|club|co|com|de|dev|es|eu|fr|hk|info|io|it|jp|link|lu|me|mo|net|online|org|ru|shop|site|tech|top|tv|tw|uk|us|vip|xyz|中国|公司|网络";

const ADDRESS = new RegExp(
  `https?:|www\\.|@|[\\p{L}\\p{N}]\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])`,
  "iu",
);

/**
 * What could pass a name off as another one: characters that nobody sees, letters of several alphabets in one word
 * (`Rhоne` with a Cyrillic о), wide or ornamental letters. Latin beside Chinese, Japanese or Korean is usual, and any
 * script by itself is welcome. Null for a good name. Source: UTS #39 (5.2), UAX #31 (2.3).
 */
export function nameFault(name: string): ErrorCode | null {
  if (INVISIBLE.test(name.replace(NEEDED, ""))) return "nameInvisible";
  if ([...name].some(isDisguised)) return "nameWide";
  return name.split(/[\s/()（）,，、]+/u).some(isMixed) ? "nameMixed" : null;
}

/** A name in Latin letters or in another alphabet, not in Chinese characters, for which there is a field. */
export function latinFault(name: string): ErrorCode | null {
  return /\p{Script=Han}/u.test(name) ? "latinLetters" : null;
}

/** The same for an organisation, whose name is no web address either: mail programs make links of those. */
export function organisationNameFault(name: string): ErrorCode | null {
  // To put accents in order takes the square of their number, and no address has any.
  const letters = name.replace(/\p{M}+/gu, "").normalize("NFKC");
  const isAddress = ADDRESS.test(letters.replace(/[。．]/g, "."));
  return nameFault(name) ?? (isAddress ? "nameHasAddress" : null);
}

/** A person's name in Chinese characters; one space may part the surname from the rest (`欧阳 娜娜`). Null for a good one. */
export function chineseNameFault(name: string): ErrorCode | null {
  const joined = name.replace(NEEDED, "").replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/u, "");
  return nameFault(name) ?? (isHanName(joined) ? null : "notAHanName");
}

/** One line that holds a person's name, at most `max` graphemes, or nothing. */
export const optionalNameLine = (max: number) => optionalLine(max).superRefine(refuse(nameFault));

/** The same for a name in Chinese characters. */
export const optionalChineseName = (max: number) =>
  optionalLine(max).superRefine(refuse((name) => (name === "" ? null : chineseNameFault(name))));

function refuse(faultOf: (name: string) => ErrorCode | null) {
  return (name: string, context: z.RefinementCtx) => {
    const message = faultOf(name);
    if (message) context.addIssue({ code: "custom", message });
  };
}

function isMixed(word: string): boolean {
  const letters = [...word].filter((one) =>
    /(?!\p{Script=Common}|\p{Script=Inherited})\p{L}/u.test(one),
  );
  const alphabets = new Set(letters.map((one) => ALPHABETS.findIndex((all) => all.test(one))));
  return alphabets.size > 1;
}

/** A letter or figure drawn as another sign: `Ａ`, `𝐀`, `ﬁ`. Ordinals (`Mª`) are as they are written. */
function isDisguised(sign: string): boolean {
  return (
    /[\p{L}\p{Nd}]/u.test(sign) &&
    !/[ªº]/.test(sign) &&
    /^[a-z0-9]+$/i.test(sign.normalize("NFKC")) &&
    !/^[a-z0-9]$/i.test(sign)
  );
}
