import "server-only";
import { constants, inflateSync } from "node:zlib";
import { AppError } from "../errors";
import type { SentFile } from "./draw-image";

/** What runs, opens or brings something along when a PDF is opened (ISO 32000-2, 12.6 and 7.11.4). */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9_.-])/;

/** Too short to be looked for in compressed pictures as well. */
const ACTIVE_SHORT = /\/(JS|AA|XFA|GoToR|GoToE)(?![A-Za-z0-9_.-])/;

const OBJECT_STREAM = /\/ObjStm(?![A-Za-z0-9_.-])/g;

/** What all streams of a file may unpack to. */
const MOST_UNPACKED = 128 * 1024 ** 2;

const STREAM = /stream(?:\r\n|\n|\r)([\s\S]*?)endstream/g;

/**
 * Checks that a file is a whole PDF in which nothing runs: name and first bytes agree, its end leads to its table of
 * objects, and neither the objects nor what is packed into streams holds scripts, launches, attached files or opening
 * actions. What claims to be objects and cannot be read is refused. Gives the bytes as they came.
 * Throws on `file`: `fileNotAccepted`, `fileUnreadable`, `pdfLocked`, `pdfActive`.
 */
export function readPdf({ name, bytes }: SentFile): Buffer {
  if (!isPdf(bytes) || !/\.pdf$/i.test(name)) throw refusal("fileNotAccepted");
  const raw = bytes.toString("latin1");
  if (!isWhole(raw)) throw refusal("fileUnreadable");
  const text = plainNames(raw);
  const written = text.replace(STREAM, "stream endstream");
  if (/\/Encrypt(?![A-Za-z0-9_.-])/.test(written)) throw refusal("pdfLocked");
  if (ACTIVE.test(text) || ACTIVE_SHORT.test(written)) throw refusal("pdfActive");
  const found = readStreams(raw);
  if (found !== [...written.matchAll(OBJECT_STREAM)].length) throw refusal("fileUnreadable");
  return bytes;
}

/** Whether the first bytes are those of a PDF. */
export function isPdf(bytes: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8));
}

const refusal = (code: AppError["code"]) => new AppError(code, { field: "file" });

/** A name may be written in figures: `/J#61vaScript`. */
const plainNames = (text: string) =>
  !text.includes("#")
    ? text
    : text.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The last lines give the place of the table of objects, and it is there. */
function isWhole(raw: string): boolean {
  const end = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(raw.slice(-2048));
  const table = raw.slice(Number(end?.[1] ?? raw.length)).slice(0, 64);
  const isTable = /^\s*(xref\s|\d+\s+\d+\s+obj\b)/.test(table);
  return isTable && /\d+\s+\d+\s+obj\b/.test(raw) && raw.includes("/Root");
}

/**
 * Looks into every stream of a file, since a reader need not heed what a stream says it is, and more closely into those
 * that say they hold objects; gives how many these are. Throws `pdfActive`, `fileUnreadable`.
 */
function readStreams(raw: string): number {
  let left = MOST_UNPACKED;
  let found = 0;
  for (const match of raw.matchAll(STREAM)) {
    const head = plainNames(raw.slice(Math.max(0, match.index - 2000), match.index));
    const dictionary = head.slice(head.lastIndexOf(" obj"));
    const holdsObjects = dictionary.search(OBJECT_STREAM) !== -1;
    const text = holdsObjects
      ? unpackObjects(match[1] ?? "", dictionary, left)
      : (inflate(match[1] ?? "", left) ?? "");
    left -= text.length;
    const plain = plainNames(text);
    if (ACTIVE.test(plain) || (holdsObjects && ACTIVE_SHORT.test(plain))) {
      throw refusal("pdfActive");
    }
    if (holdsObjects) found += 1;
  }
  return found;
}

/** Objects packed in a way that is not read here could hide anything. */
function unpackObjects(packed: string, dictionary: string, most: number): string {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)?/.exec(dictionary);
  if (!filters) return packed;
  const isDeflated = /^\[?\s*\/FlateDecode\s*\]?$/.test(filters[1] ?? "");
  const text = isDeflated && !/\/DecodeParms/.test(dictionary) ? inflate(packed, most) : null;
  if (text === null) throw refusal("fileUnreadable");
  return text;
}

/** What is packed, at most so many bytes of it; null for what is packed in another way. Throws `fileUnreadable`. */
function inflate(packed: string, most: number): string | null {
  try {
    const bytes = inflateSync(Buffer.from(packed, "latin1"), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, most),
    });
    return bytes.toString("latin1");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw refusal("fileUnreadable");
    }
    return null;
  }
}
