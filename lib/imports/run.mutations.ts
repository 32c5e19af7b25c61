import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ImportState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { imports } from "@/db/schema/imports";
import { readSheet } from "@/db/stored";
import { type AppError, authorize, type ErrorCode } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { bringIn } from "./bring-in.mutations";
import { indexPeople } from "./duplicates";
import { importEvent } from "./import-event";
import { listKnownPeople } from "./known.queries";
import { planRows } from "./plan";
import { canBringIn } from "./policy";
import { checkSheet } from "./sheet";
import { takeBack } from "./take-back.mutations";

/**
 * Brings in the people of a started import, all or nothing, as the one who started it; `noted` is called from time to
 * time with the rows that are through, and writes elsewhere than in this transaction. Does nothing for one that is not
 * running. Throws `notFound`, `importHasFaults`, `importColumnsMissing`, `conflict`.
 */
export async function runImport(
  tx: Transaction,
  importId: string,
  noted?: (rows: number) => Promise<void>,
): Promise<void> {
  const found = await readImport(tx, importId, "running");
  if (!found) return;
  const { starter, choices } = found;
  const { people, faults } = checkSheet(found);
  authorize(!faults.some(({ row }) => choices[row] !== "skip"), "importHasFaults");
  const known = indexPeople(await listKnownPeople(tx));
  const brought = await bringIn(tx, starter, planRows(people, known, choices), noted);
  await end(tx, importId, "running", {
    // Nobody's data any more; by its headings the columns of the next file are known.
    ...{ state: "done", sheet: readSheet({ columns: found.sheet.columns }), choices: {}, brought },
  });
  const data = { count: brought.people.length };
  await record(tx, starter, importEvent(starter, "import.done", data));
}

/** Takes a started undoing through. Does nothing for one that was not asked for. Throws `notFound`, `conflict`. */
export async function undoImport(tx: Transaction, importId: string): Promise<void> {
  const found = await readImport(tx, importId, "undoing");
  if (!found) return;
  const { starter, brought } = found;
  authorize(canBringIn(starter));
  const kept = await takeBack(tx, starter, brought);
  await end(tx, importId, "undoing", { state: "undone", kept });
  await record(tx, starter, importEvent(starter, "import.undone"));
}

/** Notes why an import or its undoing came to nothing; what it had written is not there. */
export async function failImport(
  tx: Transaction,
  importId: string,
  { code }: { code: ErrorCode } | AppError,
): Promise<void> {
  const state = sql<ImportState>`case when ${imports.state} = 'undoing' then 'done' else 'failed' end`;
  const isAtWork = sql`${imports.state} in ('running', 'undoing')`;
  const [failed] = await tx
    .update(imports)
    .set({ state, error: code, version: sql`${imports.version} + 1` })
    .where(and(eq(imports.id, importId), isAtWork))
    .returning({ by: imports.startedBy });
  authorize(failed !== undefined && failed.by !== null);
  await record(tx, null, importEvent({ accountId: failed.by }, "import.failed"));
}

/** Only once it is through, so that its progress can be written meanwhile; whoever comes second finds another state. */
async function end(
  tx: Transaction,
  importId: string,
  from: ImportState,
  values: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  const ended = await tx
    .update(imports)
    .set({ ...values, endedAt: sql`now()`, version: sql`${imports.version} + 1` })
    .where(and(eq(imports.id, importId), eq(imports.state, from)))
    .returning({ id: imports.id });
  authorize(ended.length === 1, "conflict");
}

async function readImport(tx: Transaction, importId: string, state: ImportState) {
  const [row] = await tx
    .select({
      sheet: imports.sheet,
      mapping: imports.mapping,
      locale: imports.locale,
      dateOrder: imports.dateOrder,
      choices: imports.choices,
      brought: imports.brought,
      starter: { accountId: accounts.id, role: accounts.role, status: accounts.status },
    })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.startedBy))
    .where(and(eq(imports.id, importId), eq(imports.state, state)));
  return row ?? null;
}
