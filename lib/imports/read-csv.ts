import Papa from "papaparse";
import { withoutEscapes } from "@/lib/core/text/csv";
import { fileRefusal, IMPORT_MOST, type ImportRow } from "./import-file";
import type { Separator } from "./separators";

/** Cells that one row may have, the empty ones behind its last word too. */
const WIDEST = IMPORT_MOST.columns * 10;

/** A quote that stands within a cell and is not doubled closes none: behind it rows may have gone into one cell. */
const isStray = (code: string, cells: readonly string[]) =>
  code === "InvalidQuotes" && cells.some((cell) => cell.includes('"') && cell.includes("\n"));

/**
 * The rows of a CSV text that hold anything (RFC 4180; lines may end as on any system, and a quote may stand within a cell).
 * Throws `importQuoteOpen`, `importTooManyRows`, `importTooManyColumns`.
 */
export function readCsv(text: string, separator: Separator): ImportRow[] {
  const rows: ImportRow[] = [];
  let number = 0;
  Papa.parse<string[]>(text.replace(/\r\n?/g, "\n"), {
    delimiter: separator,
    newline: "\n",
    step({ data: cells, errors }) {
      number++;
      if (errors.some(({ code }) => code === "MissingQuotes" || isStray(code, cells))) {
        throw fileRefusal("importQuoteOpen", { row: number });
      }
      if (cells.length > WIDEST) {
        throw fileRefusal("importTooManyColumns", { most: IMPORT_MOST.columns });
      }
      if (cells.some((cell) => cell.trim() !== ""))
        rows.push({ number, cells: cells.map(withoutEscapes) });
      // A title, the headings and one row too many, which is what the count refuses.
      if (rows.length > IMPORT_MOST.rows + 2) throw fileRefusal("importTooManyRows");
    },
  });
  return rows;
}
