import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ImportState } from "@/db/enums";
import { imports } from "@/db/schema/imports";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { queueJob } from "@/lib/core/mail/queue-job";
import { guessColumns, type Mapping, readMapping } from "./columns";
import { importEvent } from "./import-event";
import type { ImportFile } from "./import-file";
import { findMapping } from "./mapping.queries";
import { canBringIn, UNDO_HOURS } from "./policy";
import { checkSheet } from "./sheet";
import type { DateOrder } from "./written-days";

type ImportVersion = { importId: string; version: number };

/**
 * Keeps a file that was read, with what its columns were said to be of the last file with the same headings, else with what
 * they seem to be; nobody is in the club by it yet. Throws `notFound`.
 */
export async function keepImport(
  tx: Transaction,
  viewer: Viewer,
  input: { fileName: string; file: ImportFile; locale: Locale },
): Promise<{ id: string }> {
  authorize(canBringIn(viewer));
  const { fileName, file, locale } = input;
  const guessed = { mapping: guessColumns(file.columns).mapping, dateOrder: null };
  const { mapping, dateOrder } = (await findMapping(tx, file.columns)) ?? guessed;
  const [row] = await tx
    .insert(imports)
    .values({
      madeBy: viewer.accountId,
      ...{ fileName, locale, mapping, dateOrder, sheet: file, rowCount: file.rows.length },
    })
    .returning({ id: imports.id });
  authorize(row !== undefined);
  await record(tx, viewer, importEvent(viewer, "import.read", { count: file.rows.length }));
  return row;
}

/** What the club team says of a file: its columns, its dates, the language of its people, cells mended, rows chosen. */
export type Revised = {
  columns?: Mapping;
  locale?: Locale;
  dateOrder?: DateOrder | null;
  /** New text by `<row>:<column>`. */
  cells?: Record<string, string>;
  /** An act by row. */
  choices?: Record<string, string>;
};

/** Keeps what the club team says of a file that is not brought in. Throws `notFound`, `conflict`. */
export async function reviseImport(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion & { revised: Revised },
): Promise<void> {
  authorize(canBringIn(viewer));
  const { columns, locale, dateOrder, cells = {}, choices } = input.revised;
  const { sheet, choices: before } = await lockImport(tx, input, OPEN);
  const open = without(before, Object.keys(cells));
  const mended = { ...sheet, rows: sheet.rows.map((row) => mendedRow(row, cells)) };
  await tx
    .update(imports)
    .set({
      ...(columns && { mapping: readMapping(sheet.columns, columns) as Record<string, number> }),
      ...(locale && { locale }),
      ...(dateOrder !== undefined && { dateOrder }),
      ...(Object.keys(cells).length > 0 && { sheet: mended, choices: open }),
      ...(choices && { choices: { ...open, ...choices } }),
      state: "ready",
      error: null,
      version: input.version + 1,
    })
    .where(isThis(input));
  await record(tx, viewer, importEvent(viewer, "import.revised"));
}

/** Leaves out every row of a file that is at fault. Throws `notFound`, `conflict`, `importColumnsMissing`. */
export async function leaveOutFaults(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
): Promise<void> {
  authorize(canBringIn(viewer));
  const it = await lockImport(tx, input, OPEN);
  const { faults } = checkSheet(it);
  const left = Object.fromEntries(faults.map(({ row }) => [row, "skip"]));
  await tx
    .update(imports)
    .set({ choices: { ...it.choices, ...left }, state: "ready", version: input.version + 1 })
    .where(isThis(input));
  await record(tx, viewer, importEvent(viewer, "import.revised"));
}

/** Whose cell is mended is no more left out. */
function without(choices: Record<string, string>, cells: string[]): Record<string, string> {
  const mended = new Set(cells.map((cell) => cell.split(":")[0]));
  return Object.fromEntries(Object.entries(choices).filter(([row]) => !mended.has(row)));
}

const OPEN: ImportState[] = ["ready", "failed"];

const mendedRow = (row: { number: number; cells: string[] }, cells: Record<string, string>) => ({
  ...row,
  cells: row.cells.map((cell, column) => cells[`${row.number}:${column}`]?.trim() ?? cell),
});

/** Lets the worker bring the people of a file in; of two who start it the second is told. Throws `notFound`, `conflict`. */
export async function startImport(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
): Promise<void> {
  authorize(canBringIn(viewer));
  await lockImport(tx, input, OPEN);
  await tx
    .update(imports)
    .set({
      ...{ state: "running", progress: 0, error: null, startedBy: viewer.accountId },
      ...{ startedAt: sql`now()`, endedAt: null, version: input.version + 1 },
    })
    .where(isThis(input));
  await queueImport(tx, "run-import", input.importId);
  await record(tx, viewer, importEvent(viewer, "import.started"));
}

/** Lets the worker take an import back that ended less than a day ago. Throws `notFound`, `conflict`, `importTooLate`. */
export async function startUndo(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
): Promise<void> {
  authorize(canBringIn(viewer));
  const { isRecent } = await lockImport(tx, input, ["done"]);
  authorize(isRecent, "importTooLate");
  await tx
    .update(imports)
    .set({ state: "undoing", startedBy: viewer.accountId, version: input.version + 1 })
    .where(isThis(input));
  await queueImport(tx, "undo-import", input.importId);
  await record(tx, viewer, importEvent(viewer, "import.undo-started"));
}

/** Deletes a file whose people were not brought in. Throws `notFound`, `conflict`. */
export async function discardImport(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
): Promise<void> {
  authorize(canBringIn(viewer));
  await lockImport(tx, input, OPEN);
  await tx.delete(imports).where(isThis(input));
  await record(tx, viewer, importEvent(viewer, "import.discarded"));
}

const isThis = ({ importId, version }: ImportVersion) =>
  and(eq(imports.id, importId), eq(imports.version, version));

/** Of one queue one runs at a time. */
const queueImport = (tx: Transaction, task: "run-import" | "undo-import", importId: string) =>
  queueJob(tx, task, { importId }, { jobKey: `${task}-${importId}`, queue: "imports" });

async function lockImport(tx: Transaction, input: ImportVersion, states: ImportState[]) {
  const [row] = await tx
    .select({
      state: imports.state,
      version: imports.version,
      sheet: imports.sheet,
      mapping: imports.mapping,
      locale: imports.locale,
      dateOrder: imports.dateOrder,
      choices: imports.choices,
      isRecent: sql<boolean>`coalesce(${imports.endedAt} > now() - make_interval(hours => ${UNDO_HOURS}), false)`,
    })
    .from(imports)
    .where(and(eq(imports.id, input.importId), inArray(imports.state, states)))
    .for("no key update");
  if (!row) {
    const isThere = (await tx.$count(imports, eq(imports.id, input.importId))) > 0;
    authorize(false, isThere ? "conflict" : "notFound");
  }
  authorize(row.version === input.version, "conflict");
  return row;
}
