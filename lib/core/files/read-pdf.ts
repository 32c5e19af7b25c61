import "server-only";
import { AppError } from "../errors";
import type { SentFile } from "./draw-image";

/** As much of the beginning, of the end and of the table of objects is looked at, whatever the size. */
const LOOK = 2048;

/**
 * Checks that a file is a whole PDF that opens without a password, and gives its bytes as they came: its name ends in
 * `.pdf`, it begins as one (ISO 32000-2, 7.5.2), and its last lines lead to its table of objects (7.5.5). Only the first
 * and last 2 KB and 2 KB of that table are read, so the size of a file costs nothing. Encryption is seen where it is said
 * there, in the trailer or at the head of a cross-reference stream; one whose dictionary is longer, or that only an older
 * revision of the file names, is taken. What the file holds is not judged: scripts and attached files pass, so it may
 * only be served by `fileAnswer`. Throws on `file`: `fileNotAccepted`, `fileUnreadable`, `pdfLocked`.
 */
export function readPdf({ name, bytes }: SentFile): Buffer {
  if (!isPdf(bytes) || !/\.pdf$/i.test(name)) throw refusal("fileNotAccepted");
  const tail = textOf(bytes, Math.max(0, bytes.length - LOOK));
  const place = placeOfTable(tail);
  const table = place === null ? "" : textOf(bytes, place);
  if (!/^\s*(xref\s|\d{1,10}\s+\d{1,5}\s+obj\b)/.test(table.slice(0, 64))) {
    throw refusal("fileUnreadable");
  }
  if ([textOf(bytes, 0), table, tail].some(namesEncryption)) throw refusal("pdfLocked");
  return bytes;
}

/** Whether the first bytes are those of a PDF. */
export function isPdf(bytes: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8));
}

const refusal = (code: AppError["code"]) => new AppError(code, { field: "file" });

const textOf = (bytes: Buffer, from: number) => bytes.toString("latin1", from, from + LOOK);

/** Where the last lines of a file say that its table of objects is; null when nothing, or something else, ends it. */
function placeOfTable(tail: string): number | null {
  const last = tail.slice(Math.max(0, tail.lastIndexOf("startxref")));
  const [, place] = /^startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(last) ?? [];
  return place === undefined ? null : Number(place);
}

/** A name may be written in figures: `/#45ncrypt`. Its value is a dictionary, or leads to one (7.6.2). */
function namesEncryption(part: string): boolean {
  const plain = part.replace(/#([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /\/Encrypt\s*(<<|\s\d{1,10}\s+\d{1,5}\s+R)/.test(plain);
}
