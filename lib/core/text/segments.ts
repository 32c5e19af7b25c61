/** Shorter is slower for ordinary texts, longer for those of a single script without spaces. */
const PART = 256;

/** How many of the last pieces of a part may still change with what follows them (UAX #29, WB6). */
const OPEN = 2;

/**
 * A text cut into letters or words by a segmenter (UAX #29), joined the text again. The text is handed over in parts:
 * V8 copies all it was given for each piece it gives, which made long texts cost the square of their length.
 */
export function segmentsOf(text: string, segmenter: Intl.Segmenter): string[] {
  const segments: string[] = [];
  let from = 0;
  let size = PART;
  while (from < text.length) {
    const isLast = from + size >= text.length;
    const part = text.slice(from, from + size);
    // A part that had to grow holds one long piece: what comes behind it is cut anew in parts of the usual size.
    const found = firstOf(segmenter.segment(part), size > PART ? OPEN + 1 : PART);
    const closed = isLast && size === PART ? found : found.slice(0, -OPEN);
    if (closed.length === 0 && isLast) return [...segments, ...found];
    for (const segment of closed) from += segment.length;
    segments.push(...closed);
    size = closed.length === 0 ? size * 2 : PART;
  }
  return segments;
}

function firstOf(segments: Intl.Segments, most: number): string[] {
  const found: string[] = [];
  for (const { segment } of segments) {
    found.push(segment);
    if (found.length === most) break;
  }
  return found;
}
