/** A page of A4 with a few lines of text, as a PDF 1.4 (ISO 32000-1, 7.5); Chinese lines in the reader's own Song type. */
export function pdfOfLines(lines: readonly string[]): Buffer {
  const shown = lines.map((line, row) => `${fontOf(line)} 1 0 0 1 72 ${770 - row * 24} Tm`);
  const content = `BT\n${shown.map((place, row) => `${place} ${wordsOf(lines[row] ?? "")} Tj`).join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 8 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, "latin1");
}

const isHan = (line: string) => /\p{Script=Han}/u.test(line);
const fontOf = (line: string) => (isHan(line) ? "/F2 12 Tf" : "/F1 12 Tf");

const wordsOf = (line: string) =>
  isHan(line) ? `<${Buffer.from(line, "utf16le").swap16().toString("hex")}>` : `(${escaped(line)})`;

/** What Windows-1252 writes outside of Latin-1; it has no narrow space. */
const WINDOWS: Record<string, string> = { "’": "\x92", "€": "\x80", "–": "\x96", "\u202f": "\xa0" };

const escaped = (line: string) =>
  line.replace(/[’€–\u202f]/g, (sign) => WINDOWS[sign] ?? sign).replace(/[\\()]/g, "\\$&");
