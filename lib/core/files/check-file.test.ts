import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { checkFile, FILE_BYTES } from "./check-file";
import { fileAnswer } from "./file-answer";

const blank = (width = 9, height = 9) =>
  sharp({ create: { width, height, channels: 3, background: "#176781" } });

/** A PDF of these objects, with a table that is where its end says. */
function pdf(objects: string[], { version = "1.7", tail = "", trailer = "" } = {}): Buffer {
  let body = `%PDF-${version}\n`;
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}`;
  const end = `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}${end}${tail}`, "latin1");
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES = "<< /Type /Pages /Kids [] /Count 0 >>";

describe("what is taken", () => {
  test("a PDF stays as it is", async () => {
    const bytes = pdf([CATALOG, PAGES]);
    const file = await checkFile({ name: "C:\\plans\\Étude  2026.PDF", bytes });
    expect(file).toMatchObject({ kind: "pdf", name: "Étude 2026.PDF", size: bytes.length });
    expect(file.content.equals(bytes)).toBe(true);
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["a script", () => pdf([CATALOG, PAGES, "<< /S /JavaScript /JS (app.alert(1)) >>"])],
    ["its author", () => pdf([CATALOG, PAGES, "<< /Author (canary) >>"])],
    ["a word about locks", () => pdf([CATALOG, PAGES, "<< /Title (see /Encrypt) >>"])],
    ["10 MB of it", () => pdf([CATALOG, PAGES, "x".repeat(FILE_BYTES - 500)])],
  ])("a PDF is passed on with %s", async (_case, make) => {
    const bytes = make();
    const { content } = await checkFile({ name: "a.pdf", bytes });
    expect(content.equals(bytes)).toBe(true);
  });

  test.each([
    ["photo.jpg", () => blank(3000, 1500).jpeg().toBuffer(), "jpeg", 2400, 1200],
    ["plan.png", () => blank(40, 20).png().toBuffer(), "png", 40, 20],
    ["图.webp", () => blank(40, 20).webp().toBuffer(), "webp", 40, 20],
  ])("%s is drawn anew", async (name, make, format, width, height) => {
    const file = await checkFile({ name, bytes: await make() });
    expect(file).toMatchObject({ kind: "image", name, width, height, size: file.content.length });
    expect(await sharp(file.content).metadata()).toMatchObject({ format, width, height });
  });

  test("nothing hidden in a photograph comes along", async () => {
    const bytes = await blank(40, 20)
      .withExif({ IFD0: { Copyright: "canary" }, IFD3: { GPSLatitude: "45/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("canary")).toBe(true);
    const { content, width, height } = await checkFile({ name: "a.jpeg", bytes });
    expect(content.includes("canary")).toBe(false);
    expect((await sharp(content).metadata()).exif).toBeUndefined();
    expect([width, height]).toEqual([20, 40]);
  });
});

const plain = () => pdf([CATALOG, PAGES]);
/** A PDF whose table of objects is a cross-reference stream (ISO 32000-2, 7.5.8). */
function streamed(extra: string): Buffer {
  const body = `%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n`;
  const table = `<< /Type /XRef /Size 2 /Root 1 0 R ${extra}/Length 5000 >>`;
  const end = `2 0 obj\n${table}\nstream\n${"\0".repeat(5000)}\nendstream\nendobj\n`;
  return Buffer.from(`${body}${end}startxref\n${body.length}\n%%EOF\n`, "latin1");
}

type Refused = [string, string, () => Buffer | Promise<Buffer>, string];
type RefusedPdf = [string, () => Buffer, string];

const PDFS: RefusedPdf[] = [
  ["only the first line of a PDF", () => Buffer.from("%PDF-1.7\n"), "fileUnreadable"],
  ["a PDF cut short", () => plain().subarray(0, 120), "fileUnreadable"],
  ["a page behind the end", () => pdf([CATALOG], { tail: "<script>" }), "fileUnreadable"],
  [
    "an end that leads nowhere",
    () => Buffer.from("%PDF-1.7\nstartxref\n9\n%%EOF"),
    "fileUnreadable",
  ],
  ["a locked PDF", () => pdf([CATALOG], { trailer: "/Encrypt 2 0 R " }), "pdfLocked"],
  ["a lock in figures", () => pdf([CATALOG], { trailer: "/#45ncrypt 2 0 R " }), "pdfLocked"],
  [
    "a lock written where it is named",
    () => pdf([CATALOG], { trailer: "/Encrypt<<>>" }),
    "pdfLocked",
  ],
  ["a lock in a long table", () => streamed("/Encrypt 3 0 R "), "pdfLocked"],
];

describe("what is refused, in words", () => {
  test.each<Refused>([
    ["nothing", "a.pdf", () => Buffer.alloc(0), "fileUnreadable"],
    ["30 MB", "a.pdf", () => Buffer.alloc(30 * 1024 ** 2), "fileTooLarge"],
    ["a byte too many", "a.pdf", () => Buffer.alloc(FILE_BYTES + 1), "fileTooLarge"],
    ["an SVG", "a.svg", () => Buffer.from("<svg/>"), "fileNotAccepted"],
    ["an SVG called PNG", "a.png", () => Buffer.from("<svg/>"), "fileNotAccepted"],
    ["a web page called PDF", "a.pdf", () => Buffer.from("<html>"), "fileNotAccepted"],
    ["a PDF called PNG", "a.png", plain, "fileNotAccepted"],
    ["a PNG called PDF", "a.pdf", () => blank().png().toBuffer(), "fileNotAccepted"],
    ["a GIF", "a.gif", () => blank().gif().toBuffer(), "fileNotAccepted"],
    ["a program", "a.pdf.exe", plain, "fileNotAccepted"],
    [
      "a picture 9,000 pixels wide",
      "a.png",
      () => blank(9000, 10).png().toBuffer(),
      "fileTooManyPixels",
    ],
    [
      "a picture cut short",
      "a.png",
      async () => (await blank().png().toBuffer()).subarray(0, 40),
      "fileUnreadable",
    ],
  ])(
    "%s",
    async (_case, name, make, code) => {
      const bytes = await make();
      await expect(checkFile({ name, bytes })).rejects.toMatchObject({ code, field: "file" });
    },
    20_000,
  );

  test.each(PDFS)("%s", async (_case, make, code) => {
    const file = { name: "a.pdf", bytes: make() };
    await expect(checkFile(file)).rejects.toMatchObject({ code, field: "file" });
  });
});

test("a file is saved by whoever gets it, opens in no page and is kept by no cache", () => {
  const content = Buffer.from("%PDF-1.7");
  const answer = fileAnswer({ name: 'plan "été" 2026.pdf', kind: "pdf", content });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition":
      "attachment; filename=\"plan __t__ 2026.pdf\"; filename*=UTF-8''plan%20%22%C3%A9t%C3%A9%22%202026.pdf",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
});
