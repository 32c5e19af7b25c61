import { readZip } from "@/lib/core/files/zip-parts";
import { dayOfSerial } from "./cell-dates";
import { fileRefusal, IMPORT_MOST, type ImportRow } from "./import-file";
import { walkXml } from "./walk-xml";
import { readWorkbook, type Workbook, withoutEscapes } from "./workbook";

const ZIP_RULES = {
  most: IMPORT_MOST.unpacked,
  tooLarge: () => fileRefusal("importUnpacksTooLarge", { most: IMPORT_MOST.unpacked / 1024 ** 2 }),
  unreadable: () => fileRefusal("fileUnreadable"),
};

/** What is known of the cell that is being read. */
type Cell = { column: number; kind: string; style: number; pieces: string[] };

/**
 * The rows of an Excel file's first sheet that hold anything (ECMA-376): texts, days as `YYYY-MM-DD`, numbers as they were
 * written, and of a formula what it gave when the file was saved, never the formula. Throws `importNotATable`,
 * `importUnpacksTooLarge`, `importTooManyRows`, `importTooManyColumns`, `fileUnreadable`.
 */
export function readXlsx(bytes: Buffer): ImportRow[] {
  const book = readWorkbook(readZip(bytes, ZIP_RULES));
  const rows: ImportRow[] = [];
  let row: ImportRow = { number: 0, cells: [] };
  let cell: Cell | null = null;
  let isValue = false;
  let isReading = false;
  walkXml(book.sheet, {
    open(name, attributes) {
      if (name === "row") row = { number: numberOf(attributes().r, row.number), cells: [] };
      if (name === "c") cell = begin(attributes(), cell);
      if (name === "rPh") isReading = true;
      isValue = name === "v" || (name === "t" && !isReading);
    },
    text: (read) => isValue && cell?.pieces.push(read()),
    close(name) {
      isValue = false;
      if (name === "rPh") isReading = false;
      if (name === "c" && cell) put(row, cell.column, textOf(cell, book));
      if (name !== "row") return;
      cell = null;
      if (row.cells.length > 0) rows.push(row);
      if (rows.length > IMPORT_MOST.rows + 2) {
        throw fileRefusal("importTooManyRows");
      }
    },
  });
  return rows;
}

/** Rows are mended and left out by their number: one that another row has, or that is none, is that of the next. */
function numberOf(said: string | undefined, before: number): number {
  const number = Number(said);
  return Number.isSafeInteger(number) && number > before ? number : before + 1;
}

function begin({ r, t = "n", s = "0" }: Record<string, string>, before: Cell | null): Cell {
  const column = r ? columnOf(r) : (before?.column ?? -1) + 1;
  return { column, kind: t, style: Number(s), pieces: [] };
}

/** 0 for `A7`, 27 for `AB7`. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.slice(0, 4)) {
    if (letter < "A" || letter > "Z") break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

function put(row: ImportRow, column: number, text: string) {
  if (text.trim() === "") return;
  if (column < 0) throw fileRefusal("fileUnreadable");
  if (column >= IMPORT_MOST.columns) {
    throw fileRefusal("importTooManyColumns", { most: IMPORT_MOST.columns });
  }
  while (row.cells.length < column) row.cells.push("");
  row.cells[column] = text;
}

function textOf({ kind, style, pieces }: Cell, { shared, isDayStyle, isFrom1904 }: Workbook) {
  const written = pieces.join("");
  if (kind === "s") return shared[Number(written)] ?? "";
  if (kind === "d") return written.slice(0, 10);
  if (kind === "b") return written === "1" ? "TRUE" : "FALSE";
  if (kind !== "n") return withoutEscapes(written);
  const day = isDayStyle[style] ? dayOfSerial(Number(written), isFrom1904) : null;
  return day ?? (/e/i.test(written) ? String(Number(written)) : written);
}
