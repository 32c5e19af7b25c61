import { inflateRawSync } from "node:zlib";

/** More files than any document holds. */
const MOST_PARTS = 2_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** The file of an archive by its path, unpacked when it is asked for; null where there is none. */
export type Parts = {
  names: string[];
  /** `most` bytes of it, or as many as its archive says. */
  read: (name: string, most?: number) => Buffer | null;
};

type Entry = { method: number; packed: number; unpacked: number; offset: number };

/** What an archive may unpack to in bytes, and how it is refused: larger than that, damaged, encrypted or in parts. */
export type ZipRules = { most: number; tooLarge: () => Error; unreadable: () => Error };

/**
 * What lies in a ZIP archive (APPNOTE 6.3). Nothing is unpacked before the sizes that the archive's own list names are
 * added up, and nothing to more than its size. Throws what its rules say.
 */
export function readZip(bytes: Buffer, rules: ZipRules): Parts {
  const entries = whole(() => readEntries(bytes), rules);
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > rules.most) throw rules.tooLarge();
  return {
    names: [...entries.keys()],
    read(name, most = Number.POSITIVE_INFINITY) {
      const entry = entries.get(name);
      return entry ? whole(() => unpack(bytes, entry, most), rules) : null;
    },
  };
}

/** A place outside the file is a damaged one. */
function whole<Result>(read: () => Result, rules: ZipRules): Result {
  try {
    return read();
  } catch (error) {
    const isMore = error instanceof RangeError && "code" in error;
    throw isMore && error.code === "ERR_BUFFER_TOO_LARGE" ? rules.tooLarge() : rules.unreadable();
  }
}

function readEntries(bytes: Buffer): Map<string, Entry> {
  const tail = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(END);
  const end = bytes.subarray(tail).lastIndexOf(mark) + tail;
  const count = bytes.readUInt16LE(end + 10);
  if (bytes.readUInt32LE(end) !== END || count > MOST_PARTS) throw new RangeError("no end");
  const entries = new Map<string, Entry>();
  const names = new Set<string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (bytes.readUInt32LE(at) !== ENTRY || isEncrypted) throw new RangeError("no entry");
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/");
    // Of two of one name, as some readers tell names apart, one would see the first and another the last.
    if (names.has(name.toLowerCase())) throw new RangeError("twice");
    names.add(name.toLowerCase());
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, unpacked, offset }: Entry, most: number): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new RangeError("no file");
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) {
    // Cut short, one reader would see the beginning and another all of it.
    const isWhole = packed === unpacked && packed === data.length && packed <= most;
    if (!isWhole) throw new RangeError("of another size");
    return data;
  }
  if (method !== 8) throw new RangeError("packed in another way");
  return inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(unpacked, most)) });
}
