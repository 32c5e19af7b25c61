import { inflateSync } from "node:zlib";

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
