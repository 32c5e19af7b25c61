import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, oneOf, stored } from "../columns";
import { IMPORT_STATES, type ImportState } from "../enums";
import { readBrought, readCounts, readNames, readSheet, readWords } from "../stored";
import { accounts } from "./accounts";

/** A file of people that an administrator brings in. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => accounts.id),
    fileName: text("file_name").notNull(),
    /** What was read of the file; emptied once its people are in, and when one of them is erased. */
    sheet: stored(readSheet).notNull(),
    rowCount: integer("row_count").notNull(),
    /** The column of each field, by name. */
    mapping: stored(readCounts).notNull().default({}),
    /** Whose rows say no language is written to in this one. */
    locale: locale().notNull(),
    /** How dates are written; guessed without it. */
    dateOrder: text("date_order").$type<"day-first" | "month-first">(),
    /** What becomes of a row whose person the club seems to know: `new`, `join` or `skip`, by its number. */
    choices: stored(readWords).notNull().default({}),
    state: text().$type<ImportState>().notNull().default("ready"),
    /** Rows that are through, written beside the transaction that brings them in. */
    progress: integer().notNull().default(0),
    /** Why it failed: a code of `errors`. */
    error: text(),
    /** What an undoing takes back, and what it left as somebody had changed it. */
    brought: stored(readBrought).notNull().default({ organisations: [], people: [], joined: [] }),
    kept: stored(readNames).notNull().default([]),
    startedBy: uuid("started_by").references(() => accounts.id),
    startedAt: at(),
    endedAt: at(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("imports_state_check", table.state, IMPORT_STATES),
    oneOf("imports_locale_check", table.locale, LOCALES),
    oneOf("imports_date_order_check", table.dateOrder, ["day-first", "month-first"]),
    // listImports, the sweep
    index("imports_created_index").on(table.createdAt),
    // erasure
    index("imports_made_by_index").on(table.madeBy),
    index("imports_started_by_index").on(table.startedBy),
  ],
);
