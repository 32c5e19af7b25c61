import { segmentsOf } from "./segments";

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Letters looked at behind the last one shown, for a space to cut at. */
const LONGEST_WORD = 24;

/**
 * A text on one line, of at most `most` letters (graphemes), "…" included. It is cut between words where a space is
 * near; Chinese, which has none, is cut between signs.
 */
export function cutText(text: string, most: number): string {
  // A letter may be many units; what lies far behind is not looked at.
  const line = text
    .slice(0, most * 64)
    .replace(/\s+/g, " ")
    .trim();
  const found = segmentsOf(line, letters);
  if (found.length <= most) return line;
  const kept = found.slice(0, most - 1);
  const isWhole = found[most - 1] === " ";
  const space = kept.lastIndexOf(" ");
  const end = !isWhole && space > 0 && space >= most - LONGEST_WORD ? space : kept.length;
  const shown = kept.slice(0, end).join("");
  return `${shown.replace(/[\s,;:.…，、；：。]+$/u, "")}…`;
}
