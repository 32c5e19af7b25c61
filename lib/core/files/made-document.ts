import { strToU8, type Zippable, zipSync } from "fflate";

const OOXML = "application/vnd.openxmlformats-officedocument";
const MAIN = {
  docx: ["/word/document.xml", "wordprocessingml.document.main"],
  xlsx: ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
  pptx: ["/ppt/presentation.xml", "presentationml.presentation.main"],
} as const;

/** Zips bear the second they were made: two of the same would differ now and then. */
const MADE = { mtime: "2026-01-01T12:00:00" };

type Also = Record<string, string | Uint8Array>;

const packed = (parts: Also): Zippable =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === "string" ? strToU8(part) : part,
    ]),
  );

/** For tests: the bytes of an almost empty document of Word, Excel or PowerPoint, its main part of `type`, with these parts too. */
export function madeDocument(
  ending: keyof typeof MAIN,
  { also = {}, type = `${OOXML}.${MAIN[ending][1]}+xml` }: { also?: Also; type?: string } = {},
): Buffer {
  const [place] = MAIN[ending];
  const types = `<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="${place}" ContentType="${type}"/></Types>`;
  const parts = { "[Content_Types].xml": types, [place.slice(1)]: "<document/>", ...also };
  return Buffer.from(zipSync(packed(parts), MADE));
}

/** For tests: the same of OpenDocument. */
export function madeOpenDocument(type: "text" | "spreadsheet" | string, also: Also = {}): Buffer {
  const mimetype = strToU8(`application/vnd.oasis.opendocument.${type}`);
  const rest = { "META-INF/manifest.xml": "<manifest/>", "content.xml": "<content/>", ...also };
  return Buffer.from(zipSync({ mimetype: [mimetype, { level: 0 }], ...packed(rest) }, MADE));
}
