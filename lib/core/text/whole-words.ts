import { segmentsOf } from "./segments";

/** Made once a title needs it: its dictionary takes a moment to load. */
let words: Intl.Segmenter | undefined;

/** A line may end between two Chinese words and outside brackets and quotes; a figure keeps what it counts, and 的 what it follows. */
const MAY_BREAK =
  /[\p{L}”’）》]\n(?=\p{Script=Han})(?!的)|\p{Script=Han}\n(?=[\p{L}\p{N}“‘（《])(?!的)/u;

/**
 * A title cut where its lines may end, joined the title again: between Chinese words (UAX #29, by the dictionary of ICU), where browsers
 * would break between any two characters. A title without Chinese is one piece.
 */
export function wholeWords(title: string): string[] {
  if (!/\p{Script=Han}/u.test(title)) return [title];
  words ??= new Intl.Segmenter("zh", { granularity: "word" });
  const pieces: string[] = [];
  let piece = "";
  for (const segment of segmentsOf(title, words)) {
    const isApart = MAY_BREAK.test(`${piece.slice(-2)}\n${segment}`);
    if (isApart) pieces.push(piece);
    piece = isApart ? segment : piece + segment;
  }
  return [...pieces, piece];
}
