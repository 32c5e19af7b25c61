import "server-only";
import type { FileKind } from "@/db/enums";
import { AppError } from "../errors";
import { drawImage, hashOf, type SentFile } from "./draw-image";
import { shownFileName } from "./file-name";
import { isPdf, readPdf } from "./read-pdf";

/** Bytes of a file as it is sent; the front refuses more than a little above. */
export const FILE_BYTES = 10 * 1024 ** 2;

export type CheckedFile = {
  /** One line that tells no folder. */
  name: string;
  kind: FileKind;
  content: Buffer;
  size: number;
  /** SHA-256 of the content. */
  hash: string;
  width?: number;
  height?: number;
};

/**
 * A file that others may be given: a picture (JPEG, PNG, WebP) drawn anew at most 2,400 pixels a side without anything
 * hidden in it, or a PDF as it came, with its properties and whatever else it holds. Throws on `file`: `fileMissing`,
 * `fileTooLarge`, `fileNotAccepted`, `fileTooManyPixels`, `fileUnreadable`, `pdfLocked`.
 */
export async function checkFile(sent: SentFile): Promise<CheckedFile> {
  if (sent.bytes.length === 0) throw new AppError("fileMissing", { field: "file" });
  if (sent.bytes.length > FILE_BYTES) throw new AppError("fileTooLarge", { field: "file" });
  const name = shownFileName(sent.name);
  if (isPdf(sent.bytes)) {
    const content = readPdf(sent);
    return { name, kind: "pdf", content, size: content.length, hash: hashOf(content) };
  }
  const { image, ...drawn } = await drawImage(sent, {
    mostSide: 8000,
    drawnSide: 2400,
    field: "file",
    refusals: {
      notAPicture: "fileNotAccepted",
      tooManyPixels: "fileTooManyPixels",
      unreadable: "fileUnreadable",
    },
  });
  return { name, kind: "image", content: image, size: image.length, ...drawn };
}

/** The file of a form's field, to be checked. Throws `fileMissing` on `file` when none was chosen. */
export async function readSentFile(form: FormData, field = "file"): Promise<SentFile> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) {
    throw new AppError("fileMissing", { field: "file" });
  }
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}
