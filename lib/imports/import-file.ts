import { AppError, type ErrorCode, type ErrorValues } from "@/lib/core/errors";
import type { Encoding } from "./encodings";
import type { Separator } from "./separators";

/** The most an import's file may hold: bytes as sent and unpacked, rows below the headings, columns, characters of a cell and of all cells. */
export const IMPORT_MOST = {
  bytes: 10 * 1024 ** 2,
  unpacked: 48 * 1024 ** 2,
  rows: 10_000,
  columns: 100,
  cell: 4_000,
  text: 10 * 1024 ** 2,
} as const;

/** A row by the number that a spreadsheet shows beside it; cells are trimmed text, dates `YYYY-MM-DD`. */
export type ImportRow = { number: number; cells: string[] };

/** What a file holds; an Excel file has neither encoding nor separator, and its rows are as long as its headings. */
export type ImportFile = {
  kind: "csv" | "xlsx";
  encoding: Encoding | null;
  separator: Separator | null;
  columns: string[];
  rows: ImportRow[];
};

/** A refusal of the whole file. */
export const fileRefusal = (code: ErrorCode, values: ErrorValues = {}) =>
  new AppError(code, { field: "file", values });
