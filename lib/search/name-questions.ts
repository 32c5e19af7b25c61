import { isChinese, quoted, searchWords } from "./search-words";

/** So many names are looked for by one question. */
const AT_ONCE = 400;

/** Of a word in letters; Chinese characters, which stand beside it without a space, begin and end one. */
const LETTER = "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}'’-])";

/** Two words that begin with a capital one after the other: how somebody is named in Latin letters. */
const NAMED = new RegExp(`(?=(?<!${LETTER})(\\p{Lu}${LETTER}*)\\s+(\\p{Lu}${LETTER}*))`, "gu");

/**
 * What finds the members who may be named in a text, as `tsquery` reads it (`search.words`): each two capitalised words that
 * follow each other, each two Chinese characters.
 */
export function nameQuestions(text: string): string[] {
  const latin = [...text.matchAll(NAMED)].map(([, first = "", second = ""]) =>
    searchWords(`${first} ${second}`)
      .map((word) => quoted(`@${word}`))
      .join(" & "),
  );
  const chinese = searchWords(text).filter(isChinese).flatMap(pairsOf);
  const all = [...new Set([...latin, ...chinese.map((pair) => quoted(`@${pair}`))])].filter(
    Boolean,
  );
  const questions: string[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    questions.push(
      all
        .slice(at, at + AT_ONCE)
        .map((one) => `(${one})`)
        .join(" | "),
    );
  }
  return questions;
}

function pairsOf(word: string): string[] {
  const signs = Array.from(word);
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
