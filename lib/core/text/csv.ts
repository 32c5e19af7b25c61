import { stringify } from "csv-stringify/sync";
import type { Locale } from "../i18n/locales";

/** French spreadsheets take a comma for a decimal sign. */
const SEPARATOR: Record<Locale, string> = { fr: ";", en: ",", zh: "," };

/** What begins a formula behind what another country's spreadsheet takes for the end of a cell; behind more blanks it is words. */
const INNER_FORMULA = /([,;\t\r\n] {0,20})(?=[=+\-@＝＋－＠])/g;
const ESCAPED_INNER = /([,;\t\r\n] {0,20})'(?=[=+\-@＝＋－＠])/g;

/** Rows as CSV for a spreadsheet of somebody who reads this language: UTF-8 with the mark by which Excel knows it; no cell is a formula. */
export const writeCsv = (rows: readonly (readonly string[])[], locale: Locale): Buffer =>
  csvOf(rows, SEPARATOR[locale]);

/**
 * Rows as CSV with a separator. No cell is a formula, nor a part of one where the file is opened with another separator: an
 * apostrophe before it makes it words (OWASP, CSV Injection).
 */
export const csvOf = (rows: readonly (readonly string[])[], delimiter: string): Buffer =>
  Buffer.from(
    stringify(
      rows.map((cells) => cells.map((cell) => cell.replace(INNER_FORMULA, "$1'"))),
      { ...{ bom: true, delimiter }, ...{ record_delimiter: "\r\n", escape_formulas: true } },
    ),
  );

/** A cell as it was before `csvOf` made words of what looked like a formula within it. */
export const withoutEscapes = (cell: string): string => cell.replace(ESCAPED_INNER, "$1");
