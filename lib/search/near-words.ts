import { isChinese, queryWords } from "./search-words";

/** Shorter ones have too many neighbours, longer ones would only slow the search. */
const TRIED = /^[a-z]{5,14}$/;
/** So many letters are tried one by one in all. */
const MOST_LETTERS = 30;

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");

/** The folded words that are one letter away: one wrong, missing, too many, or two of them the other way round. */
export function nearWords(word: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [start, rest] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS)
      near.add(start + letter + rest).add(start + letter + rest.slice(1));
    if (rest !== "") near.add(start + rest.slice(1));
    if (rest.length > 1) near.add(start + rest[1] + rest[0] + rest.slice(2));
  }
  near.delete(word);
  return [...near];
}

/**
 * As `tsquery` reads it (`search.words`): names that hold each word, as it is begun or one letter away. `null` where
 * nothing but the start of words could be found, or too much would have to be tried.
 */
export function nearNames(query: string): string | null {
  const words = queryWords(query);
  const tried = words.filter((word) => TRIED.test(word));
  const letters = tried.reduce((sum, { length }) => sum + length, 0);
  if (isChinese(query) || letters === 0 || letters > MOST_LETTERS) return null;
  return words
    .map((word) => {
      const near = tried.includes(word) ? nearWords(word) : [];
      return `('@${word}':* ${near.map((one) => `| '@${one}'`).join(" ")})`;
    })
    .join(" & ");
}
