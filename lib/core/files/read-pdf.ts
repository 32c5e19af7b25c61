import "server-only";
import { constants, inflateSync } from "node:zlib";
import { AppError } from "../errors";
import type { SentFile } from "./draw-image";

/** What runs, opens or brings something along when a PDF is opened (ISO 32000-2, 12.6 and 7.11.4). */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9_.-])/;

/** Too short to be looked for in compressed pictures as well. */
const ACTIVE_SHORT = /\/(JS|AA|XFA|GoToR|GoToE)(?![A-Za-z0-9_.-])/;

const OBJECT_STREAM =
  /\/(?:O|#4[fF])(?:b|#62)(?:j|#6[aA])(?:S|#53)(?:t|#74)(?:m|#6[dD])(?![A-Za-z0-9_.-])/g;

/** What a stream of objects says of itself, whatever it calls itself (ISO 32000-2, 7.5.7). */
const HOLDS_OBJECTS = /\/ObjStm(?![A-Za-z0-9_.-])|\/First\s+\d+(?!\d*\s+\d+\s+R)/;

/** What all streams of a file may unpack to. */
const MOST_UNPACKED = 128 * 1024 ** 2;

/** Where a stream begins, or would if this were no comment: a reader goes where the table of objects sends it. */
const BEGINNING = /(?<!end)stream(?:\r\n|\n|\r)/g;

const STREAM = /stream(?:\r\n|\n|\r)([\s\S]*?)endstream/g;

const OBJECT = /\d\s+\d+\s+obj\b/;

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
  // What looks like a stream and holds objects is read as objects.
  const written = plainNames(
    raw.replace(STREAM, (all, body: string) => (OBJECT.test(body) ? all : "stream endstream")),
  );
  if (/\/Encrypt(?![A-Za-z0-9_.-])/.test(written)) throw refusal("pdfLocked");
  if (ACTIVE.test(plainNames(raw)) || ACTIVE_SHORT.test(written)) throw refusal("pdfActive");
  readStreams(raw, bytes);
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
 * that hold objects. Throws `pdfActive`, `fileUnreadable`.
 */
function readStreams(raw: string, bytes: Buffer): void {
  let left = MOST_UNPACKED;
  let named = 0;
  for (const { 0: word, index } of raw.matchAll(BEGINNING)) {
    const start = index + word.length;
    const about = raw.slice(Math.max(...ENDS.map((end) => raw.lastIndexOf(end, index)), 0), index);
    const dictionary = plainNames(about);
    const text = inflate(bytes.subarray(start), left);
    left -= text?.length ?? 0;
    const plain = plainNames(text ?? "");
    if (ACTIVE.test(plain)) throw refusal("pdfActive");
    named += [...about.matchAll(OBJECT_STREAM)].length;
    if (!HOLDS_OBJECTS.test(dictionary)) continue;
    const objects = isPacked(dictionary) ? plain : bodyFrom(raw, start);
    if (isPacked(dictionary) && (text === null || !isReadable(dictionary))) {
      throw refusal("fileUnreadable");
    }
    if (ACTIVE_SHORT.test(objects)) throw refusal("pdfActive");
  }
  // One that no stream follows may be read by somebody who sees it otherwise.
  if (named !== [...raw.matchAll(OBJECT_STREAM)].length) throw refusal("fileUnreadable");
}

const ENDS = ["endobj", "endstream"];

const bodyFrom = (raw: string, start: number) => {
  const end = raw.indexOf("endstream", start);
  return plainNames(raw.slice(start, end === -1 ? undefined : end));
};

const isPacked = (dictionary: string) => /\/Filter(?![A-Za-z0-9_.-])/.test(dictionary);

/** Packed in the one way that is read here; in any other it could hide anything. */
function isReadable(dictionary: string): boolean {
  const ways = dictionary.match(/\/\w*Decode(?!\w)/g) ?? [];
  const isDeflated = ways.length > 0 && ways.every((way) => way === "/FlateDecode");
  return isDeflated && !/\/(DecodeParms|DP)(?!\w)/.test(dictionary);
}

/** What is packed, at most so many bytes of it; null for what is packed in another way. Throws `fileUnreadable`. */
function inflate(packed: Buffer, most: number): string | null {
  try {
    const bytes = inflateSync(packed, {
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
