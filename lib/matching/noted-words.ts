import { readText, type StoredText } from "@/db/stored";
import { LOCALES } from "@/lib/core/i18n/locales";
import { type TellingWords, tellingWords } from "./matching-words";
import { soughtTexts } from "./sought-texts";

/**
 * How words are found now; what was noted another way is found anew. Raise the number when a text would give others: what
 * is taken for general, how they are cut. Chinese is taken apart by what comes with Node.
 */
export const WORDS_VERSION = `2 ${process.versions.icu ?? ""}`;

/** Telling words as they are noted, by language: one a line, how it is compared, then how it was written if that differs. */
export type NotedWords = StoredText;

/** Telling words to be noted. */
export function noteWords(words: TellingWords): NotedWords {
  const noted = Object.entries(words).map(([locale, found]) => {
    const lines = [...found].map(([stem, written]) =>
      stem === written ? stem : `${stem} ${written}`,
    );
    // A language without telling words is written in all the same.
    return [locale, lines.join("\n") || "\n"];
  });
  return Object.fromEntries(noted);
}

/** The telling words that were noted. */
export function readNoted(noted: NotedWords | null | undefined): TellingWords {
  const words: TellingWords = {};
  for (const locale of LOCALES) {
    const lines = noted?.[locale];
    if (lines) words[locale] = new Map(lines.split("\n").filter(Boolean).map(readLine));
  }
  return words;
}

function readLine(line: string): [stem: string, written: string] {
  const end = line.indexOf(" ");
  return end < 0 ? [line, line] : [line.slice(0, end), line.slice(end + 1)];
}

/** What a query gives: the words that were noted, or the texts to find them in. */
type Given<Part extends string> =
  | { noted: Record<Part, NotedWords | null> }
  | { texts: Record<string, unknown> };

/** The telling words of one text, noted or not; none of a text that is not seen. */
export const readTelling = (given: Given<"words">): TellingWords =>
  "noted" in given ? readNoted(given.noted.words) : tellingWords(readText(given.texts.text));

/** What a project seeks, calls for and offers, noted or not. */
export function readSought(
  given: Given<"sought" | "called" | "offered">,
): ReturnType<typeof soughtTexts> {
  if ("noted" in given) {
    const { sought, called, offered } = given.noted;
    return { sought: readNoted(sought), called: readNoted(called), offered: readNoted(offered) };
  }
  const { teaser, ...texts } = Object.fromEntries(
    Object.entries(given.texts).map(([name, text]) => [name, readText(text)]),
  );
  return soughtTexts({ ...texts, teaser });
}
