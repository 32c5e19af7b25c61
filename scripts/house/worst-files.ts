import { deflateRawSync } from "node:zlib";
import { shownFileName } from "@/lib/core/files/file-name";
import { readPdf } from "@/lib/core/files/read-pdf";
import type { WorstInput } from "./worst-inputs";

const FILE = 10 * 1024 ** 2;

const pdf = (body: Buffer) =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    body,
    Buffer.from(`\nxref\nstartxref\n${body.length + 10}\n%%EOF\n`),
  ]);

/** Streams that each go on to the end of all, the last of which unpacks to a thousand times its size. */
function streamsInStreams(size: number): Buffer {
  const count = Math.min(4000, Math.floor(size / 28));
  const heads = Array.from({ length: count }, (_, index) => {
    const head = Buffer.alloc(14, "stream\n\x78\x01\0", "latin1");
    const stored = 14 * (count - index - 1);
    head.writeUInt16LE(stored, 10);
    head.writeUInt16LE(0xffff ^ stored, 12);
    return head;
  });
  return pdf(Buffer.concat([...heads, deflateRawSync(Buffer.alloc(size * 500)), Buffer.alloc(6)]));
}

const readable = (bytes: Buffer) => () => readPdf({ name: "a.pdf", bytes });

export const WORST_FILES: readonly WorstInput[] = [
  {
    name: "readPdf: streams in streams",
    most: 60_000,
    of: (size) => readable(streamsInStreams(size)),
  },
  {
    name: "readPdf: objects that call themselves streams",
    most: FILE,
    of: (size) => readable(pdf(Buffer.alloc(size, "1 0 obj stream\n/First 1 /ObjStm"))),
  },
  {
    name: "readPdf: ends and spaces",
    most: FILE,
    of: (size) => readable(pdf(Buffer.alloc(size, "startxref      /Encrypt      "))),
  },
  ...["/", ".", " ", "a\u0301\u0323", "🙂", "\u202e"].map((sign) => ({
    name: `shownFileName: ${JSON.stringify(sign)}`,
    most: FILE,
    of: (size: number) => {
      const name = `${sign.repeat(size / sign.length)}.pdf`;
      return () => shownFileName(name);
    },
  })),
];
