import { readFileSync } from "node:fs";
import path from "node:path";
import opentype, { type Font } from "opentype.js";
import { segmentsOf } from "@/lib/core/text/segments";
import { APOSTROPHE } from "../dues/unpacked-font";

const FILE = path.join(import.meta.dirname, "../../app/fonts/noto-sans-sc-600.woff");

let read: Font | undefined;

/** Read once, when the first picture is drawn. */
function font(): Font {
  if (!read) {
    const { buffer, byteOffset, byteLength } = readFileSync(FILE);
    read = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength));
    // As it comes it is as wide as 里.
    read.charToGlyph("’").advanceWidth = APOSTROPHE;
  }
  return read;
}

/** What is set as a blank, or not at all: the font has no narrow spaces, and marks of direction are not seen. */
const clean = (text: string) =>
  text
    .slice(0, 400)
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

type Room = { sizes: readonly number[]; most: number };

const ALONE: Room = { sizes: [72, 60, 50], most: 3 };

export type SetTitle = { size: number; lines: string[] };

/**
 * A title in at most so many lines of `width` pixels, three where it is alone, as large as it goes, the last cut where it is too long;
 * null when the font lacks a character of it.
 */
export function setTitle(
  title: string,
  width: number,
  { sizes, most }: Room = ALONE,
): SetTitle | null {
  const text = clean(title);
  if (!isDrawable(text)) return null;
  const set = sizes.map((size) => ({ size, lines: linesOf(text, width, size) }));
  const fits = set.find(({ lines }) => lines.length <= most);
  if (fits) return fits;
  const { size, lines } = set.at(-1) as SetTitle;
  const last = lines.slice(most - 1).reduce(joined);
  return { size, lines: [...lines.slice(0, most - 1), cut(last, width, size)] };
}

/** Whether the font has every character of a text. */
export const isDrawable = (text: string): boolean =>
  [...text].every((one) => font().charToGlyphIndex(one) > 0);

/** How wide a text is in pixels, set in `size`. */
export function widthOf(text: string, size: number): number {
  const scale = size / font().unitsPerEm;
  let width = 0;
  for (const one of text) width += (font().charToGlyph(one).advanceWidth ?? 0) * scale;
  return width;
}

/** The outlines of a line whose base lies at `x` `y`, as the path of an SVG. The package's own writes NaN for 1e-7. */
export const outline = (text: string, x: number, y: number, size: number): string =>
  font()
    .getPath(clean(text), x, y, size)
    .commands.map(({ type, ...to }) => {
      const points = [to.x1, to.y1, to.x2, to.y2, to.x, to.y].filter((one) => one !== undefined);
      return type + points.map((one) => Math.round(one * 10) / 10).join(" ");
    })
    .join("");

/** Between the names of one thing in both scripts. */
const SEAM =
  /(?<=^[^\p{Script=Han}]+)\s(?=\p{Script=Han})|(?<=[\p{Script=Han}）])\s(?=[^\p{Script=Han}]+$)/u;

const linesOf = (text: string, width: number, size: number): string[] =>
  widthOf(text, size) <= width
    ? [text]
    : text.split(SEAM).flatMap((part) => breakLines(part, width, size));

/** Where a line may end: after a blank, between two Chinese words, never before a mark that closes. */
const PIECES = /\p{Script=Han}+[，。、：；！？）》”’…—·]*|[^\s\p{Script=Han}]+|\s/gu;
const WORDS = new Intl.Segmenter("zh", { granularity: "word" });

const piecesOf = (text: string): string[] =>
  (text.match(PIECES) ?? []).flatMap((piece) => {
    const [run = ""] = /^\p{Script=Han}+/u.exec(piece) ?? [];
    const words = segmentsOf(run, WORDS);
    return [...words.slice(0, -1), `${words.at(-1) ?? ""}${piece.slice(run.length)}`];
  });

function breakLines(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    if (line && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
    while (widthOf(line.trimEnd(), size) > width) {
      const head = cutTo(line, width, size);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** As much of a text as `width` holds, one character at least. */
function cutTo(text: string, width: number, size: number): string {
  let kept = "";
  for (const one of text) {
    if (kept && widthOf(kept + one, size) > width) break;
    kept += one;
  }
  return kept;
}

/** Two lines in one, apart unless Chinese characters meet. */
const joined = (line: string, next: string) =>
  line + (/\p{Script=Han}$/u.test(line) && /^\p{Script=Han}/u.test(next) ? "" : " ") + next;

const cut = (text: string, width: number, size: number) =>
  widthOf(text, size) <= width
    ? text
    : `${cutTo(text, width - widthOf("…", size), size).trimEnd()}…`;
