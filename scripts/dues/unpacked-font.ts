import { inflateSync } from "node:zlib";
import opentype from "opentype.js";

const HEAD = { woff: 44, sfnt: 12 };
const ROW = { woff: 20, sfnt: 16 };

/**
 * A font as it was before it was packed as WOFF 1. The library that sets PDFs unpacks the whole table of shapes again for each
 * shape that it looks at.
 */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(HEAD.sfnt + count * ROW.sfnt);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let n = 0; n < count; n += 1) {
    const [from, to] = [HEAD.woff + n * ROW.woff, HEAD.sfnt + n * ROW.sfnt];
    const start = woff.readUInt32BE(from + 4);
    const kept = woff.subarray(start, start + woff.readUInt32BE(from + 8));
    const length = woff.readUInt32BE(from + 12);
    const table = kept.length < length ? inflateSync(kept) : kept;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(end, to + 8);
    head.writeUInt32BE(length, to + 12);
    parts.push(table, Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat(parts);
}

/** How wide ’ is set, in thousandths of the size: its ink and what stands around it, as of any Latin sign. */
export const APOSTROPHE = 240;

/**
 * An unpacked font whose apostrophe (’) takes no more room than a Latin sign. As it comes it is as wide as a Chinese character,
 * and shares that width with all of them: each is given one of its own.
 */
export function narrowApostrophe(font: Buffer): Buffer {
  const read = opentype.parse(new Uint8Array(font).buffer);
  const row = rowOf(font, "hmtx");
  const [widths, heads] = [startOf(font, "hmtx"), startOf(font, "hhea")];
  const count = font.readUInt16BE(heads + 34);
  const own = Buffer.alloc(read.numGlyphs * 4);
  for (let glyph = 0; glyph < read.numGlyphs; glyph += 1) {
    const last = widths + Math.min(glyph, count - 1) * 4;
    const bearing = glyph < count ? last + 2 : last + 4 + (glyph - count) * 2;
    font.copy(own, glyph * 4, last, last + 2);
    font.copy(own, glyph * 4 + 2, bearing, bearing + 2);
  }
  own.writeUInt16BE(APOSTROPHE, read.charToGlyphIndex("’") * 4);
  const narrow = Buffer.concat([font, own]);
  narrow.writeUInt16BE(read.numGlyphs, heads + 34);
  narrow.writeUInt32BE(font.length, row + 8);
  narrow.writeUInt32BE(own.length, row + 12);
  return narrow;
}

/** Where an unpacked font says where a table of it is. */
const rowOf = (font: Buffer, name: string) => font.indexOf(name, HEAD.sfnt, "latin1");

const startOf = (font: Buffer, name: string) => font.readUInt32BE(rowOf(font, name) + 8);
