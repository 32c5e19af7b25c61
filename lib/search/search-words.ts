import { referenceItems } from "@/db/reference/lists";
import { fold } from "@/lib/core/text/fold";
import { simplified } from "./simplified";

/** Letters that carry no separable accent. */
const PLAIN: Record<string, string> = { đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", þ: "th" };

/** Where the words are looked for; `rest`: anywhere, but not all of them in the names. */
export type Where = "anywhere" | "names" | "rest";

/** Enough for any name with its city and sector; more would only slow the search. */
const MAX_TERMS = 8;

const HAN = /\p{Script=Han}/u;

/** Plurals of French and English: `batteries` (battery, batterie), `logiciels`, `jeux`; not `vins`, which is as short as a name. */
const PLURAL = /^([a-z]{5,})ies$|^([a-z]{3,}[a-rt-z])s$|^([a-z]{2,}u)x$/;
const PLACE_NAMES = (["cities", "provinces"] as const)
  .flatMap(referenceItems)
  .map(({ label }) => label.zh);
/** A place's name in a run of Chinese, with the word for what it is: `广州市`, not the one in `城市`. */
const PLACE = new RegExp(`(${PLACE_NAMES.join("|")})[市省]?`, "u");

/** Whether there is a Chinese character in it. */
export const isChinese = (text: string) => HAN.test(text);

/** The folded words of a text; a run of Chinese characters, simplified, is one word of its own. */
export function searchWords(text: string): string[] {
  return simplified(fold(text))
    .replace(/[đðħıłøþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/\p{Script=Han}+/gu, " $& ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The line that is kept beside a row to be searched: each word once, led and closed by a space. */
export function searchLine(texts: readonly (string | null | undefined)[]): string {
  const words = new Set(texts.flatMap((text) => (text ? searchWords(text) : [])));
  return words.size === 0 ? "" : ` ${[...words].join(" ")} `;
}

/**
 * One `like` pattern for each word of a query (`soughtWords`): the start of a word, or anywhere inside Chinese.
 * All of them have to be found. No pattern at all means that nothing was typed that could be found.
 */
export function searchPatterns(query: string): string[] {
  return soughtWords(query).map((word) => (HAN.test(word) ? `%${word}%` : `% ${word}%`));
}

/** The words of a query as they were typed. */
export function queryWords(query: string): string[] {
  return [...new Set(searchWords(query.toWellFormed()))].slice(0, MAX_TERMS);
}

/** The same as they are looked for: what finds them finds the singular, and what stands apart from a Chinese place, too. */
const soughtWords = (query: string) =>
  [
    ...new Set(
      queryWords(query).flatMap((word) =>
        HAN.test(word) ? chineseWords(word) : [word.replace(PLURAL, "$1$2$3")],
      ),
    ),
  ].slice(0, MAX_TERMS);

/** A run of Chinese with its places apart (`广州葡萄酒`: `广州`, `葡萄酒`); whole where a sign would stand alone, as in a name. */
function chineseWords(run: string): string[] {
  const words = run.split(PLACE).filter((word) => word !== "");
  return words.every((word) => word.length > 1) ? words : [run];
}

/**
 * What finds the same lines by their index (`search.words`), as `tsquery` reads it: the start of each word, the characters of
 * Chinese ones two by two; and of each set of facets one. `""`, which finds nothing, when there is neither, or when
 * nothing was typed that could be found. `where` finds only those whose names hold the words, or only the rest, then
 * with those named so where the index cannot tell them apart.
 */
export function lookUp(
  query: string,
  facets: readonly (readonly string[])[],
  where: Where = "anywhere",
): string {
  if (query !== "" && queryWords(query).length === 0) return "";
  const inLine = keysOf(query, "");
  const inNames = keysOf(query, "@");
  const rest = isLookedUpExactly(query) ? [...inLine, `!(${inNames.join(" & ")})`] : inLine;
  const words = { anywhere: inLine, names: inNames, rest }[where];
  return [...words, ...facets.map((any) => `(${any.map(quoted).join(" | ")})`)].join(" & ");
}

const keysOf = (query: string, sign: "" | "@") =>
  soughtWords(query).flatMap((word) =>
    HAN.test(word) ? pairsOf(word).map((pair) => quoted(sign + pair)) : `${quoted(sign + word)}:*`,
  );

/** Three Chinese characters that are kept two by two may stand apart. */
const isLookedUpExactly = (query: string) =>
  soughtWords(query).every((word) => !HAN.test(word) || Array.from(word).length < 3);

/** A word as `tsquery` reads it literally, whatever signs it holds (PostgreSQL, Text Search Types). */
export const quoted = (word: string) => `'${word.replace(/['\\]/g, "$&$&")}'`;

function pairsOf(word: string): string[] {
  const signs = Array.from(word);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
