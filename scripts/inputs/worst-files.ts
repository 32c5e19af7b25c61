import { deflateRawSync } from "node:zlib";
import sharp from "sharp";
import { checkFile } from "@/lib/core/files/check-file";
import { shownFileName } from "@/lib/core/files/file-name";
import { madeDocument } from "@/lib/core/files/made-document";
import { readForm } from "@/lib/core/files/read-form.mjs";
import { readOffice } from "@/lib/core/files/read-office";
import { readPdf } from "@/lib/core/files/read-pdf";
import { readUpload } from "@/lib/core/files/read-upload";
import { checkRows } from "@/lib/imports/check-rows";
import { guessColumns } from "@/lib/imports/columns";
import { IMPORT_MOST } from "@/lib/imports/import-file";
import { madeRow, madeWorkbook } from "@/lib/imports/made-workbook";
import { readImportFile } from "@/lib/imports/read-file";
import { drawPortrait } from "@/lib/members/draw-portrait";
import { drawLogo } from "@/lib/organisations/draw-logo";
import type { WorstInput } from "./measure-cpu";

const FILE = 10 * 1024 ** 2;

/** A PDF whose table of objects comes right after this. */
export const pdf = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    body,
    Buffer.from(`\nxref\nstartxref\n${body.length + 10}\n%%EOF\n`),
  ]);

/** Streams that each go on to the end of all, the last of which unpacks to a thousand times its size. */
export function streamsInStreams(size: number): Buffer {
  const count = Math.min(4000, Math.floor(size / 28));
  const heads = Array.from({ length: count }, (_, index) => {
    const head = Buffer.alloc(14, "stream\n\x78\x01\0", "latin1");
    const stored = 14 * (count - index - 1);
    head.writeUInt16LE(stored, 10);
    head.writeUInt16LE(0xffff ^ stored, 12);
    return head;
  });
  const most = Math.min(size, 60_000) * 500;
  return pdf(Buffer.concat([...heads, deflateRawSync(Buffer.alloc(most)), Buffer.alloc(6)]));
}

/** A document of these parts, which is taken or refused. */
const office = (also: Record<string, string | Uint8Array>) => {
  const bytes = madeDocument("docx", { also });
  return () => {
    try {
      return readOffice({ name: "a.docx", bytes });
    } catch {
      return null;
    }
  };
};

const read = (bytes: Buffer) => () => readPdf({ name: "a.pdf", bytes });

const named = (sign: string) => (size: number) => {
  const name = `${sign.repeat(size / sign.length)}.pdf`;
  return () => shownFileName(name);
};

/** A picture of so many pixels: of one colour, since any other is larger than what is taken. */
const drawn =
  (read: (sent: { name: string; bytes: Buffer }) => Promise<unknown>) => async (pixels: number) => {
    const side = Math.floor(Math.sqrt(pixels));
    const blank = sharp({
      create: { width: side, height: side, channels: 3, background: "#176781" },
    });
    const bytes = await blank.png({ compressionLevel: 1 }).toBuffer();
    return () => read({ name: "a.png", bytes });
  };

const BOUNDARY = "x".repeat(30);

/** A posted form of these bytes again and again, which is read or refused. */
const posted = (part: string) => (size: number) => {
  const bytes = Buffer.alloc(size, part);
  return () =>
    readUpload({ type: `multipart/form-data; boundary=${BOUNDARY}`, bytes }).catch(() => {});
};

const HEAD = 'Content-Disposition: form-data; name="file"; filename="a"';

/** What the web server reads of a form without a file, and of how many fields. */
const FORM = 1024 ** 2;
const FIELDS = 1000;
const sent = (bytes: Buffer<ArrayBuffer>) => () =>
  readForm(bytes, `multipart/form-data; boundary=${BOUNDARY}`, FIELDS);

/** A tenth of what is taken: all of it would be measured for minutes, and what counts is how it grows. */
const TABLE = FILE / 10;
const TABLE_ROWS = IMPORT_MOST.rows / 10;

const imported = (bytes: Buffer) => () => {
  try {
    return readImportFile(bytes);
  } catch {
    return null;
  }
};

/** A table of these bytes again and again, which is read or refused. */
const listed = (piece: string, encoding?: BufferEncoding) => (size: number) =>
  imported(Buffer.alloc(size, piece, encoding));

/** A workbook that unpacks to a little less than so much, of one piece again and again. */
const packed =
  (piece: string, part: "sheet" | "shared" = "sheet") =>
  (size: number) => {
    const most = Math.floor(
      ((size / IMPORT_MOST.bytes) * IMPORT_MOST.unpacked * 0.98) / piece.length,
    );
    const sheet = madeRow(1, "Nom", "E-mail") + madeRow(2, "a", "b");
    return imported(madeWorkbook({ sheet, [part]: piece.repeat(most) }));
  };

const HEADINGS = [
  "姓名",
  "Nom",
  "Prénom",
  "E-mail",
  "Organisation",
  "Secteurs",
  "Villes",
  "Membre depuis",
];

/** So many rows of people, each with an address of its own. */
const people =
  (...cells: string[]) =>
  (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      number: index + 2,
      cells: [...cells.slice(0, 3), `a${index}@example.org`, ...cells.slice(3)],
    }));
    const { mapping } = guessColumns(HEADINGS);
    const file = { kind: "csv", encoding: null, separator: null, columns: HEADINGS, rows } as const;
    return () => checkRows(file, mapping, { locale: "fr" });
  };

export const WORST_FILES: readonly WorstInput[] = [
  {
    name: "readPdf",
    most: FILE,
    kinds: {
      "streams in streams": (size) => read(streamsInStreams(size)),
      "objects that call themselves streams": (size) =>
        read(pdf(Buffer.alloc(size, "1 0 obj stream\n/First 1 /ObjStm"))),
      "ends and spaces": (size) => read(pdf(Buffer.alloc(size, "startxref      /Encrypt      "))),
    },
  },
  {
    name: "readOffice",
    most: FILE,
    kinds: {
      "long names of parts": (size) =>
        office({ ["activex".repeat(Math.min(size, 60_000) / 7)]: "a" }),
      "types that go on": (size) => office({ "[Content_Types].xml": "macro ".repeat(size / 60) }),
      "links that go on": (size) =>
        office({ "word/_rels/document.xml.rels": "relationships/xl".repeat(size / 160) }),
      "links of many parts": (size) =>
        office(
          Object.fromEntries(
            Array.from({ length: 40 }, (_, index) => [
              `word/_rels/${index}.xml.rels`,
              "Target = '".repeat(Math.floor(size / 4_000)),
            ]),
          ),
        ),
      "one large part": (size) => office({ "word/media/a.png": new Uint8Array(size) }),
    },
  },
  {
    name: "shownFileName",
    most: FILE,
    kinds: Object.fromEntries(
      ["/", ".", " ", "a\u0301\u0323", "🙂", "\u202e"].map((sign) => [sign, named(sign)]),
    ),
  },
  {
    name: "readUpload",
    most: FILE,
    kinds: {
      "empty files": posted(`--${BOUNDARY}\r\n${HEAD}\r\n\r\n\r\n`),
      "line ends": posted("\r\n"),
      "almost boundaries": posted(`\r\n--${BOUNDARY.slice(1)}`),
      "lines before a value": (size) =>
        posted(`--${BOUNDARY}\r\n${"X:\r\n".repeat(size / 4)}`)(size),
      "one long name": (size) => posted(`--${BOUNDARY}\r\n${HEAD}${"%22".repeat(size / 3)}`)(size),
    },
  },
  {
    name: "readForm",
    most: FORM,
    kinds: {
      "as many fields as it takes": (size) => {
        const field = `--${BOUNDARY}\r\n${HEAD}\r\n\r\n`;
        const rest = "a".repeat(Math.max(size / FIELDS - field.length - 2, 0));
        const end = `--${BOUNDARY}--\r\n`;
        return sent(Buffer.from(`${`${field}${rest}\r\n`.repeat(FIELDS)}${end}`));
      },
      "more fields": (size) => sent(Buffer.alloc(size, `--${BOUNDARY}\r\n${HEAD}\r\n\r\n\r\n`)),
      "lines before a value": (size) =>
        sent(Buffer.from(`--${BOUNDARY}\r\n${"X:\r\n".repeat(size / 4)}`)),
    },
  },
  {
    name: "checkFile",
    most: 8200 ** 2,
    kinds: { "a flat picture": drawn(checkFile) },
  },
  {
    name: "drawPortrait",
    most: 8200 ** 2,
    kinds: { "a flat picture": drawn(drawPortrait) },
  },
  {
    name: "drawLogo",
    most: 5000 ** 2,
    kinds: { "a flat picture": drawn(drawLogo) },
  },
  {
    name: "readImportFile",
    most: TABLE,
    kinds: {
      "line ends": listed("\n"),
      "separators of each kind": listed(",;\t"),
      quotes: listed('"'),
      "Western letters": listed("\xe9a;\n", "latin1"),
      "empty cells": packed("<c/>"),
      attributes: packed('<c r="A1" s="1" t="s"/>'),
      entities: packed("&amp;"),
      "shared texts": packed("<si><t>a</t></si>", "shared"),
    },
  },
  {
    name: "checkRows",
    most: TABLE_ROWS,
    kinds: {
      people: people("", "Lefèvre", "Zoé", "Soierie", "logistics", "Canton", "05/03/2026"),
      "Chinese names": people(
        "吴佳绫",
        "",
        "",
        "粤海贸易有限公司",
        "丝绸、奢侈品与时尚",
        "广州",
        "2026年3月5日",
      ),
      "lists without an end": people("", "a", "b", "c", "x,".repeat(400), "y/".repeat(400), ""),
      "long cells": people(
        "王".repeat(3000),
        "é".repeat(3000),
        "b",
        "c".repeat(3000),
        "",
        "",
        "1".repeat(3000),
      ),
    },
  },
];
