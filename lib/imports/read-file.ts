import { decode, type Encoding, guessEncoding } from "./encodings";
import { fileRefusal, IMPORT_MOST, type ImportFile, type ImportRow } from "./import-file";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { guessSeparator, type Separator } from "./separators";

/** What the club team says of a CSV file whose encoding or separator was guessed wrongly. */
export type AskedReading = { encoding?: Encoding | undefined; separator?: Separator | undefined };

/** A line by which Excel is told the separator: `sep=;`. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n?|\n)/i;

/**
 * The table in a file of people: an Excel workbook's first sheet, or CSV in any encoding and with any separator, guessed
 * unless `asked`. The first row with two words or more holds the headings; empty rows are left out. Throws on `file`:
 * `fileTooLarge`, `fileUnreadable`, `importOldExcel`, `importNotATable`, `importUnpacksTooLarge`, `importEmpty`,
 * `importTooManyRows`, `importTooManyColumns`, `importCellTooLong`, `importQuoteOpen`.
 */
export function readImportFile(bytes: Buffer, asked: AskedReading = {}): ImportFile {
  if (bytes.length === 0) throw fileRefusal("importEmpty");
  if (bytes.length > IMPORT_MOST.bytes) throw fileRefusal("fileTooLarge");
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw fileRefusal("importOldExcel");
  if (beginsWith(bytes, 0x50, 0x4b)) {
    const { columns, rows } = asTable(readXlsx(bytes));
    const padded = rows.map(({ number, cells }) => ({
      number,
      cells: columns.map((_, index) => cells[index] ?? "").concat(cells.slice(columns.length)),
    }));
    return { kind: "xlsx", encoding: null, separator: null, columns, rows: padded };
  }
  const encoding = asked.encoding ?? guessEncoding(bytes);
  const text = decode(bytes, encoding);
  if (text.includes("\0")) throw fileRefusal("importNotATable");
  const [line = "", said] = SEPARATOR_LINE.exec(text) ?? [];
  const separator = asked.separator ?? (said as Separator | undefined) ?? guessSeparator(text);
  const skipped = line ? 1 : 0;
  const read = readCsv(text.slice(line.length), separator).map(({ number, cells }) => ({
    number: number + skipped,
    cells,
  }));
  return { kind: "csv", encoding, separator, ...asTable(read) };
}

const beginsWith = (bytes: Buffer, ...first: number[]) =>
  first.every((byte, index) => bytes[index] === byte);

function asTable(read: ImportRow[]): Pick<ImportFile, "columns" | "rows"> {
  const trimmed = withinLimits(read);
  const filled = ({ cells }: ImportRow) => cells.filter((cell) => cell !== "").length;
  const headings = Math.max(
    0,
    trimmed.findIndex((row) => filled(row) > 1),
  );
  const columns = trimmed[headings]?.cells ?? [];
  while (columns.at(-1) === "") columns.pop();
  const rows = trimmed.slice(headings + 1);
  if (rows.length === 0) throw fileRefusal("importEmpty");
  if (rows.length > IMPORT_MOST.rows) {
    throw fileRefusal("importTooManyRows");
  }
  if (rows.some(({ cells }) => cells.findLastIndex((cell) => cell !== "") >= IMPORT_MOST.columns)) {
    throw fileRefusal("importTooManyColumns", { most: IMPORT_MOST.columns });
  }
  return { columns, rows };
}

function withinLimits(rows: ImportRow[]): ImportRow[] {
  let text = 0;
  return rows.map(({ number, cells }) => {
    const trimmed = cells.map((cell) => cell.trim());
    const longest = Math.max(0, ...trimmed.map((cell) => cell.length));
    if (longest > IMPORT_MOST.cell) {
      throw fileRefusal("importCellTooLong", { row: number });
    }
    text += trimmed.reduce((sum, { length }) => sum + length, 0);
    if (text > IMPORT_MOST.text) throw fileRefusal("fileTooLarge");
    return { number, cells: trimmed };
  });
}
