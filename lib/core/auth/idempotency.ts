import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/accounts";
import { AppError } from "../errors";
import type { Viewer } from "./viewer-type";

const isKey = (key: unknown): key is string =>
  typeof key === "string" && /^[\w:.-]{10,100}$/.test(key);

/**
 * Claims a form's key inside the transaction. Gives the first outcome when the same form was already
 * taken in (a second submit waits for the first to commit), else null. Throws `conflict` on somebody else's key.
 */
export async function recallOutcome<Outcome>(
  tx: Transaction,
  viewer: Viewer | null,
  key: unknown,
): Promise<Outcome | null> {
  if (!isKey(key)) return null;
  const accountId = viewer?.accountId ?? null;
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ key, accountId })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;
  const [row] = await tx
    .select({ accountId: idempotencyKeys.accountId, outcome: idempotencyKeys.outcome })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, key));
  if (!row || (row.accountId !== null && row.accountId !== accountId))
    throw new AppError("conflict");
  return (row.outcome ?? {}) as Outcome;
}

/** Keeps what the form answered, for its second submit. */
export async function rememberOutcome(
  tx: Transaction,
  key: unknown,
  outcome: object,
): Promise<void> {
  if (!isKey(key)) return;
  await tx.update(idempotencyKeys).set({ outcome }).where(eq(idempotencyKeys.key, key));
}

/** Lets go of a form's key: a refusal may be sent again, and a cookie is set by the answer that is read. */
export async function forgetOutcome(tx: Transaction, key: unknown): Promise<void> {
  if (!isKey(key)) return;
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.key, key));
}
