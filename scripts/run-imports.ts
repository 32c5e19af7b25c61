import { and, eq } from "drizzle-orm";
import { beside, query, type Transaction, transaction } from "@/db/client";
import { DatabaseUnavailable, reasonOf } from "@/db/errors";
import { imports } from "@/db/schema/imports";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { failImport, runImport, undoImport } from "@/lib/imports/run.mutations";

/** Ten thousand rows, on a machine that has much else to do; who serves is kept waiting by none of it. */
const DEADLINE_MS = 600_000;

type Asked = { importId: string };

/** Brings in the people of a started import; how far it is stands there for others while its own transaction is open. */
export const bringInFile = ({ importId }: Asked) =>
  orSayWhy(importId, (tx) => runImport(tx, importId, (rows) => noteProgress(importId, rows)));

/** Takes an import back. */
export const takeBackFile = ({ importId }: Asked) =>
  orSayWhy(importId, (tx) => undoImport(tx, importId));

/** The database away is tried again; anything else would fail again. */
async function orSayWhy(importId: string, run: (tx: Transaction) => Promise<void>): Promise<void> {
  try {
    await transaction(run, DEADLINE_MS);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    if (!(error instanceof AppError))
      log.error({ event: "import.failed", reason: reasonOf(error) });
    const why = error instanceof AppError ? error : ({ code: "importFailed" } as const);
    await transaction((tx) => failImport(tx, importId, why));
  }
}

/** One import runs at a time. */
async function noteProgress(importId: string, progress: number): Promise<void> {
  const isThis = and(eq(imports.id, importId), eq(imports.state, "running"));
  await beside(() => query((db) => db.update(imports).set({ progress }).where(isThis)));
}
