import "server-only";
import { inflateSync } from "node:zlib";
import { AppError } from "../errors";
import type { SentFile } from "./draw-image";

/** What runs, opens or brings something along when a PDF is opened (ISO 32000-2, 12.6 and 7.11.4). */
const ACTIVE =
  /\/(JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9_.-])/;

/** Too short to be looked for in compressed pictures as well. */
const ACTIVE_SHORT = /\/(JS|AA)(?![A-Za-z0-9_.-])/;

/** What all object streams of a file may unpack to. */
const MOST_UNPACKED = 64 * 1024 ** 2;

const STREAM = /stream\r?\n([\s\S]*?)endstream/g;

/**
 * Checks that a file is a whole PDF in which nothing runs: name and first bytes agree, its end leads to its table of
 * objects, and neither the objects nor those packed into object streams hold scripts, launches, attached files or
 * opening actions. Gives the bytes as they came.
 * Throws on `file`: `fileNotAccepted`, `fileUnreadable`, `pdfLocked`, `pdfActive`.
 */
export function readPdf({ name, bytes }: SentFile): Buffer {
  if (!isPdf(bytes) || !/\.pdf$/i.test(name)) throw refusal("fileNotAccepted");
  const raw = bytes.toString("latin1");
  if (!isWhole(raw)) throw refusal("fileUnreadable");
  const text = plainNames(raw);
  const written = text.replace(STREAM, "stream endstream");
  if (/\/Encrypt(?![A-Za-z0-9_.-])/.test(written)) throw refusal("pdfLocked");
  const unpacked = unpackObjects(raw);
  const isActive =
    ACTIVE.test(text) || [written, ...unpacked].some((one) => isActiveIn(plainNames(one)));
  if (isActive) throw refusal("pdfActive");
  return bytes;
}

/** Whether the first bytes are those of a PDF. */
export function isPdf(bytes: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8));
}

const refusal = (code: AppError["code"]) => new AppError(code, { field: "file" });

const isActiveIn = (text: string) => ACTIVE.test(text) || ACTIVE_SHORT.test(text);

/** A name may be written in figures: `/J#61vaScript`. */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The last lines give the place of the table of objects, and it is there. */
function isWhole(raw: string): boolean {
  const end = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(raw.slice(-2048));
  const table = raw.slice(Number(end?.[1] ?? raw.length)).slice(0, 64);
  const isTable = /^\s*(xref\s|\d+\s+\d+\s+obj\b)/.test(table);
  return isTable && /\d+\s+\d+\s+obj\b/.test(raw) && raw.includes("/Root");
}

/** The texts of all object streams. One packed in a way that is not read here could hide anything. */
function unpackObjects(raw: string): string[] {
  let left = MOST_UNPACKED;
  const texts: string[] = [];
  for (const match of raw.matchAll(STREAM)) {
    const head = plainNames(raw.slice(Math.max(0, match.index - 2000), match.index));
    const dictionary = head.slice(head.lastIndexOf(" obj"));
    if (!/\/ObjStm(?![A-Za-z0-9_.-])/.test(dictionary)) continue;
    const text = unpack(match[1] ?? "", dictionary, left);
    left -= text.length;
    texts.push(text);
  }
  return texts;
}

function unpack(packed: string, dictionary: string, most: number): string {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)?/.exec(dictionary);
  if (!filters) return packed;
  const isDeflated = /^\[?\s*\/FlateDecode\s*\]?$/.test(filters[1] ?? "");
  if (!isDeflated || /\/DecodeParms/.test(dictionary)) throw refusal("fileUnreadable");
  try {
    const bytes = inflateSync(Buffer.from(packed, "latin1"), {
      maxOutputLength: Math.max(1, most),
    });
    return bytes.toString("latin1");
  } catch {
    throw refusal("fileUnreadable");
  }
}
