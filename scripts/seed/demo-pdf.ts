/** A page of A4 with a few lines of text, as a PDF 1.4 (ISO 32000-1, 7.5). */
export function pdfOfLines(lines: readonly string[]): Buffer {
  const shown = lines.map((line, row) => `1 0 0 1 72 ${770 - row * 24} Tm (${escaped(line)}) Tj`);
  const content = `BT /F1 12 Tf\n${shown.join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
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

/** Latin letters of Windows-1252 only; its apostrophe lies outside of Latin-1. */
const escaped = (line: string) => line.replaceAll("’", "\x92").replace(/[\\()]/g, "\\$&");
