import "server-only";
import { AppError, type ErrorCode } from "../errors";
import { contentOf, drawImage, type SentFile } from "./draw-image";
import { shownFileName } from "./file-name";
import type { FileContent } from "./kept-file";
import { isArchive, readOffice } from "./read-office";
import { isPdf, readPdf } from "./read-pdf";

/** Bytes of a file as it is sent; the front refuses more than a little above. */
export const FILE_BYTES = 10 * 1024 ** 2;

/** Its name is one line that tells no folder. */
export type CheckedFile = FileContent & { name: string };

/**
 * A file that others may be given: a picture (JPEG, PNG, WebP) drawn anew at most 2,400 pixels a side without anything
 * hidden in it, or a PDF as it came, with its properties and whatever else it holds; where `takesOffice`, a document of an
 * office programme too, as it came and without macros. Throws on `file`: `fileTooLarge`, `fileNotAccepted`,
 * `fileTooManyPixels`, `fileUnreadable`, `pdfLocked`, `fileHasMacros`, `fileUnpacksTooLarge`.
 */
export async function checkFile(
  sent: SentFile,
  { takesOffice = false } = {},
): Promise<CheckedFile> {
  if (sent.bytes.length === 0) throw new AppError("fileUnreadable", { field: "file" });
  if (sent.bytes.length > FILE_BYTES) throw new AppError("fileTooLarge", { field: "file" });
  const name = shownFileName(sent.name);
  if (isPdf(sent.bytes)) return { name, ...contentOf("pdf", readPdf(sent)) };
  if (takesOffice && isArchive(sent.bytes))
    return { name, ...contentOf("office", readOffice(sent)) };
  const drawn = await drawImage(sent, {
    mostSide: 8200,
    drawnSide: 2400,
    field: "file",
    refusals: {
      notAPicture: takesOffice ? "documentNotAccepted" : "fileNotAccepted",
      tooManyPixels: "fileTooManyPixels",
      unreadable: "fileUnreadable",
    },
  });
  return { name, ...drawn };
}

/** What was chosen in a form's field; it may be empty, as what a phone has not fetched yet is. Where none was, browsers send one without a name. */
export function chosenFile(form: FormData, field: string): File | null {
  const file = form.get(field);
  return file instanceof File && (file.size > 0 || file.name !== "") ? file : null;
}

/** The file of a form's field, to be checked. Throws `missing` on that field when none was chosen. */
export async function readSentFile(
  form: FormData,
  field: string,
  missing: ErrorCode = "fileMissing",
): Promise<SentFile> {
  const file = chosenFile(form, field);
  if (!file) throw new AppError(missing, { field });
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
