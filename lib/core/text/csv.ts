import { stringify } from "csv-stringify/sync";
import type { Locale } from "../i18n/locales";

/** French spreadsheets take a comma for a decimal sign. */
const SEPARATOR: Record<Locale, string> = { fr: ";", en: ",", zh: "," };

/** Rows as CSV for a spreadsheet of somebody who reads this language: UTF-8 with the mark by which Excel knows it; no cell is a formula. */
export const writeCsv = (rows: readonly (readonly string[])[], locale: Locale): Buffer =>
  Buffer.from(
    stringify([...rows], {
      ...{ bom: true, delimiter: SEPARATOR[locale] },
      ...{ record_delimiter: "\r\n", escape_formulas: true },
    }),
  );
