import { DYES } from "@/lib/core/swatches/colours";
import type { Poster } from "@/lib/share-pictures/share-address";
import { isDrawable, outline, widthOf } from "./set-title";

type Place = {
  left: number;
  wide: number;
  /** The base of the last line of the title. */
  below: number;
  /** What is left of a line beside the code of the page. */
  beside: number;
};

const INK = "#171d26";
const QUIET = "#414853";
const FIGURE = 150;
/** Of the clocks, and the place. */
const SMALL = 28;

/** The size at which a line fits, at most `size`. */
const fitting = (text: string, size: number, wide: number) =>
  Math.floor(Math.min(size, (size * wide) / Math.max(1, widthOf(text, size))));

/** A line; nothing of what the font cannot draw. */
const line = (text: string, x: number, y: number, size: number, fill: string) =>
  text && isDrawable(text) ? `<path fill="${fill}" d="${outline(text, x, y, size)}"/>` : "";

/** What stands on a share picture around the title of what is held on a day: the day above it, clocks and place below. */
export function drawPoster(poster: Poster, { left, wide, below, beside }: Place): string {
  const { kind, figure, month, clocks, where } = poster;
  const aside = left + Math.round(widthOf(figure, FIGURE)) + 32;
  const rest = left + wide - aside;
  const small = Math.min(...clocks.map((text) => fitting(text, SMALL, wide)));
  return [
    line(figure, left - 6, 172, FIGURE, DYES.kapok),
    line(kind, aside, 112, fitting(kind, 32, rest), DYES.kapok),
    line(month, aside, 168, fitting(month, 44, rest), INK),
    ...clocks.map((text, index) => line(text, left, below + 56 + index * 40, small, QUIET)),
    line(where, left, below + 64 + clocks.length * 40, fitting(where, SMALL, beside), QUIET),
  ].join("");
}
