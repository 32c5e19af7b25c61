import type { Run, WorstInput } from "./measure-cpu";

/** UTF-16 units that a field takes are twelve for each letter it counts. */
export const UNITS = 12;

/** So much text, made of pieces. */
export function text(size: number, piece: string | ((index: number) => string)): string {
  const pieces: string[] = [];
  for (let length = 0; length < size; length += pieces.at(-1)?.length ?? 0) {
    pieces.push(typeof piece === "string" ? piece : piece(pieces.length));
  }
  return pieces.join("").slice(0, size).toWellFormed();
}

/** A Chinese character, another one for each index; many of them rare. */
export const HAN = (index: number) => String.fromCharCode(0x4e00 + ((index * 37) % 9000));

/** A Chinese character of daily use; the same fifteen again and again. */
export const COMMON_HAN = (index: number) =>
  "我们在里昂寻找合作伙伴长乐单曾"[(index * 7) % 15] ?? "";

/** What has cost somebody dearly: runs without an end, signs that begin something, letters with many parts. */
const PIECES: Record<string, string | ((index: number) => string)> = {
  "one long word": "a",
  "short words": "a ",
  "different words": (index) => `Mot${index} `,
  "digits and spaces": "00 1 ",
  "accents out of order": "\u0301\u0323",
  "letters with accents": "e\u0323\u0301",
  "joined letters": "ﷺ",
  Chinese: HAN,
  "usual Chinese": COMMON_HAN,
  "Chinese and spaces": "王 ",
  "traditional Chinese": "廣",
  "family of emoji": "👨‍👩‍👧‍👦",
  flags: "🇫🇷",
  Thai: "ภาษาไทยกขค",
  Korean: "각",
  spaces: " ",
  "line ends": "\n \t",
  dots: "a.",
  "signs of addresses": "a@a.",
  links: "https://a.fr/ ",
  "ends of links": "https://a.fr).",
  brackets: "(",
  "closing brackets": "))((",
  slashes: "/members/a",
  hyphens: "a-",
  quotes: "\"'&<",
  commas: "fr;q=0.1,",
  "marks of a page": "## a\n- b {\n1. c }\n\n",
};

/** An entry for a function of one text. */
export const reading = (
  name: string,
  most: number,
  read: (text: string) => unknown,
): WorstInput => ({
  name,
  most,
  kinds: Object.fromEntries(
    Object.entries(PIECES).map(([kind, piece]) => [
      kind,
      (size: number): Run => {
        const made = text(size, piece);
        return () => read(made);
      },
    ]),
  ),
});
