import { splitLinks } from "@/components/ui/split-links";
import { diffTexts } from "@/lib/projects/text-diff";
import type { WorstInput } from "./worst-inputs";

/** The most UTF-16 units of a text that is kept: twelve for each letter counted. */
const POST = 36_000;
const PROJECT_TEXT = 24_000;

/** So much text, made of pieces. */
function text(size: number, piece: string | ((index: number) => string)): string {
  let made = "";
  for (let index = 0; made.length < size; index++) {
    made += typeof piece === "string" ? piece : piece(index);
  }
  return made.slice(0, size).toWellFormed();
}

/** One entry for each kind of input of a function that reads one text. */
const each = (
  name: string,
  most: number,
  read: (text: string) => unknown,
  pieces: readonly (string | ((index: number) => string))[],
): WorstInput[] =>
  pieces.map((piece) => ({
    name: `${name}: ${typeof piece === "string" ? JSON.stringify(piece) : piece(0)}…`,
    most,
    of: (size) => {
      const made = text(size, piece);
      return () => read(made);
    },
  }));

const DIFFERENT: readonly [string, (index: number) => string, (index: number) => string][] = [
  ["new words", (index) => `a${index} `, (index) => `b${index} `],
  ["a few words, mixed", (index) => `${"ab"[index % 2]} `, (index) => `${"bca"[index % 3]} `],
  ["lines", (index) => `${"ab"[index % 2]}\n`, (index) => `${"bca"[index % 3]}\n`],
  ["signs", () => "?", () => "!"],
  [
    "Chinese",
    (index) => "寻找合作伙伴"[(index * 5) % 6] ?? "",
    (index) => "我们工厂"[index % 4] ?? "",
  ],
  ["spaces", () => "a\n \t", () => " \n\t b"],
  ["accents", () => "e\u0301\u0323", () => "a\u0323\u0301"],
];

export const WORST_TEXTS: readonly WorstInput[] = [
  ...DIFFERENT.map(([kind, before, after]) => ({
    name: `diffTexts: ${kind}`,
    most: PROJECT_TEXT,
    of: (size: number) => {
      const texts = [text(size, before), text(size, after)] as const;
      return () => diffTexts(...texts, "zh");
    },
  })),
  {
    name: "splitLinks: an address that ends in signs",
    most: POST,
    of: (size) => {
      const post = `https://a.fr/${")".repeat(size / 2)}${"(".repeat(size / 4)}${").".repeat(size / 8)}`;
      return () => splitLinks(post);
    },
  },
  ...each("splitLinks", POST, splitLinks, [
    "https://a.fr/ ",
    "https://a.fr)",
    "https://",
    "a.",
    "https://a.b.c.é ",
    "http://a.b:8",
    "(",
  ]),
];
