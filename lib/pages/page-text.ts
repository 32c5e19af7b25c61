/** Paragraphs, and lists of a point a line; a numbered one begins with the number that was written. */
export type Block =
  | { kind: "paragraph"; lines: string[] }
  | { kind: "numbered"; first: number; points: string[] }
  | { kind: "points"; points: string[] };

/** What stands below one heading; the first part may have none. */
export type Part = { heading: string | null; blocks: Block[] };

const HEADING = "## ";
const NUMBER = /^\d{1,2}\. /;
const POINT = "- ";

/**
 * A text in the few marks that pages of the club know: an empty line parts paragraphs, `## ` begins a part, lines with
 * `1. ` or `- ` are a list. All else is words.
 */
export function readPageText(text: string): Part[] {
  const parts: Part[] = [];
  let block: Block | null = null;
  const partNow = () => {
    if (parts.length === 0) parts.push({ heading: null, blocks: [] });
    return parts[parts.length - 1] as Part;
  };
  for (const written of text.split(/\r\n?|\n/)) {
    const line = written.trim();
    const isHeading = line.startsWith(HEADING);
    if (isHeading) parts.push({ heading: afterMark(line), blocks: [] });
    if (isHeading || line === "") {
      block = null;
      continue;
    }
    const next = withLine(block, line);
    if (next !== block) partNow().blocks.push(next);
    block = next;
  }
  return parts;
}

/** What follows the mark of a line. */
const afterMark = (line: string) => line.slice(line.indexOf(" ")).trimStart();

/** The block that a line goes on with, itself where it does, or the one that it begins. */
function withLine(block: Block | null, line: string): Block {
  if (NUMBER.test(line)) {
    const numbered = afterMark(line);
    if (block?.kind !== "numbered")
      return { kind: "numbered", first: Number.parseInt(line, 10), points: [numbered] };
    block.points.push(numbered);
    return block;
  }
  if (line.startsWith(POINT)) {
    const point = afterMark(line);
    if (block?.kind !== "points") return { kind: "points", points: [point] };
    block.points.push(point);
    return block;
  }
  if (block?.kind !== "paragraph") return { kind: "paragraph", lines: [line] };
  block.lines.push(line);
  return block;
}
