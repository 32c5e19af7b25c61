import { AppError, type ErrorCode, type ErrorValues } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { IMPORT_FIELDS, type ImportField } from "./column-words";
import { isEnough, type Mapping } from "./columns";
import type { ImportFile, ImportRow } from "./import-file";
import { type ImportedPerson, personInput } from "./schema";
import { type DateOrder, guessDateOrder } from "./written-days";

/** What is wrong in a row, at the cell where it is mended; a fault of the whole row has neither field nor column. */
type RowFault = {
  row: number;
  field: ImportField | null;
  column: number | null;
  code: ErrorCode;
  values: ErrorValues;
};

export type CheckedRows = {
  /** The rows without fault, by their number in the file. */
  people: { row: number; person: ImportedPerson }[];
  /** In the order of the rows, then of the fields. */
  faults: RowFault[];
  /** How the dates of each column were read, to be shown; null where each can be read in one way only. */
  dateOrders: { joinedOn: DateOrder | null; duesPaidUntil: DateOrder | null };
};

/** What the club team says of the file: who has no language is written to in this one, and how its dates are to be read. */
export type AskedCheck = { locale: Locale; dateOrder?: DateOrder | undefined };

/**
 * Reads each row as a person, or says all that is wrong with it. Of two rows with one address the second is at fault. Nothing
 * is compared with the club (see `findDuplicate`). Throws `importColumnsMissing` where the mapping names neither person nor address.
 */
export function checkRows(file: ImportFile, mapping: Mapping, asked: AskedCheck): CheckedRows {
  if (!isEnough(mapping)) throw new AppError("importColumnsMissing");
  const orderOf = (field: "joinedOn" | "duesPaidUntil") =>
    asked.dateOrder ?? guessDateOrder(file.rows.map((row) => cellOf(row, mapping[field])));
  const dateOrders = {
    joinedOn: orderOf("joinedOn"),
    duesPaidUntil: orderOf("duesPaidUntil"),
  };
  const input = personInput(dateOrders, asked.locale);
  const checked: CheckedRows = { people: [], faults: [], dateOrders };
  const rowOf = new Map<string, number>();
  for (const row of file.rows) {
    const fault = (field: ImportField | null, code: ErrorCode, values: ErrorValues = {}) => {
      const column = field === null ? null : (mapping[field] ?? null);
      checked.faults.push({ row: row.number, field, column, code, values });
    };
    const wrong = lengthFault(file, row);
    if (wrong) {
      fault(null, wrong.code, wrong.values);
      continue;
    }
    const read = input.safeParse(fieldsOf(row, mapping));
    if (!read.success) {
      for (const { field, code, values } of faultsOf(read.error.issues)) {
        // Either script names a person: the cells that are there are asked for.
        if (code === "importNameless" && mapping[field] === undefined) continue;
        fault(field, code, values);
      }
      continue;
    }
    const first = rowOf.get(read.data.email);
    if (first !== undefined) fault("email", "importTwice", { row: first });
    else {
      rowOf.set(read.data.email, row.number);
      checked.people.push({ row: row.number, person: read.data });
    }
  }
  return checked;
}

/** A lone stroke says that there is nothing. */
const NOTHING = /^[-–—/]$/;

const cellOf = ({ cells }: ImportRow, column: number | undefined) =>
  (column === undefined ? undefined : cells[column]?.replace(NOTHING, "")) ?? "";

const fieldsOf = (row: ImportRow, mapping: Mapping) =>
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, cellOf(row, mapping[field])]));

/** Words in more cells than there are headings, or fewer cells in a line of CSV: one of them has slipped. */
function lengthFault({ kind, columns }: ImportFile, { cells }: ImportRow) {
  const used = cells.findLastIndex((cell) => cell !== "") + 1;
  const wanted = columns.length;
  if (used > wanted) return { code: "importLongRow", values: { found: used, wanted } } as const;
  const isShort = kind === "csv" && cells.length < wanted;
  return isShort
    ? ({ code: "importShortRow", values: { found: cells.length, wanted } } as const)
    : null;
}

type Issue = { path: PropertyKey[]; message: string; params?: ErrorValues };

/** The first fault of each field. */
function faultsOf(issues: readonly Issue[]) {
  return IMPORT_FIELDS.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    if (!issue) return [];
    return [{ field, code: issue.message as ErrorCode, values: issue.params ?? {} }];
  });
}
