import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";

/** From the first character to the last, with the point between the parts of a foreign name. */
const CHINESE = /\p{Script=Han}(?:[^\p{Script=Latin}]*\p{Script=Han})?/u;

/** A name as lists of the club team give it, in one line for both scripts, or what is said with it: the characters are said to be Chinese. */
export function PersonWords({ words }: { words: string }) {
  const found = CHINESE.exec(words);
  if (!found) return words;
  return (
    <>
      {words.slice(0, found.index)}
      <span lang={LANGUAGE_TAG.zh}>{found[0]}</span>
      {words.slice(found.index + found[0].length)}
    </>
  );
}
