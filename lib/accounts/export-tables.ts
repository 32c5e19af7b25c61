import { csvOf } from "@/lib/core/text/csv";
import type { Entry } from "./export-archive";
import type { AccountExport } from "./queries";

/** The rows of each table as CSV for a spreadsheet, one file a table that has any; what is no plain value stands as JSON. */
export const tablesAsCsv = (tables: AccountExport["tables"]): Entry[] =>
  Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => ({
      path: `tables/${name}.csv`,
      read: async () => csvOf([headOf(rows), ...rows.map(cellsOf)], ","),
    }));

const headOf = (rows: Record<string, unknown>[]) => Object.keys(rows[0] ?? {});

const cellsOf = (row: Record<string, unknown>) =>
  Object.values(row).map((value) =>
    value !== null && typeof value === "object" ? JSON.stringify(value) : String(value ?? ""),
  );
