import { inflateRawSync } from "node:zlib";
import { fileRefusal, IMPORT_MOST } from "./import-file";

/** More files than any workbook holds. */
const MOST_PARTS = 2_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** The file of an archive by its path, unpacked when it is asked for; null where there is none. */
export type Parts = { names: string[]; read: (name: string) => Buffer | null };

type Entry = { method: number; packed: number; unpacked: number; offset: number };

/**
 * What lies in a ZIP archive (APPNOTE 6.3). Nothing is unpacked before the sizes that the archive's own list names are
 * added up, and nothing to more than its size. Throws `importUnpacksTooLarge`, `fileUnreadable` (damaged, encrypted, in parts).
 */
export function readZip(bytes: Buffer): Parts {
  const entries = whole(() => readEntries(bytes));
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > IMPORT_MOST.unpacked) throw tooLarge();
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry ? whole(() => unpack(bytes, entry)) : null;
    },
  };
}

const tooLarge = () =>
  fileRefusal("importUnpacksTooLarge", { most: IMPORT_MOST.unpacked / 1024 ** 2 });

/** A place outside the file is a damaged one. */
function whole<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const isMore = error instanceof RangeError && "code" in error;
    throw isMore && error.code === "ERR_BUFFER_TOO_LARGE"
      ? tooLarge()
      : fileRefusal("fileUnreadable");
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
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (bytes.readUInt32LE(at) !== ENTRY || isEncrypted) throw new RangeError("no entry");
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/"), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, unpacked, offset }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new RangeError("no file");
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.subarray(0, unpacked);
  if (method !== 8) throw new RangeError("packed in another way");
  return inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
}
