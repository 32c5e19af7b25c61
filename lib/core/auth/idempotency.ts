import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/accounts";
import { readOutcome } from "@/db/stored";
import { AppError } from "../errors";
import { seal, unseal } from "./seal";
import { hashToken } from "./tokens";
import type { Viewer } from "./viewer-type";

/**
 * What a form is remembered by: its key together with what it holds, so that a page gone back to, edited and sent again
 * is another form. Null for what is no key of ours.
 */
export function keyOfForm(key: unknown, content: unknown): string | null {
  const [own = ""] = typeof key === "string" ? key.split("~") : [];
  if (!/^[\w:.-]{10,100}$/.test(own)) return null;
  return hashToken(`${own} ${JSON.stringify(content)}`);
}

/**
 * Claims a form's key (`keyOfForm`) inside the transaction. Gives the first outcome when the same form was already
 * taken in (a second submit waits for the first to commit), else null. Throws `conflict` on somebody else's key.
 */
export async function recallOutcome<Outcome>(
  tx: Transaction,
  viewer: Viewer | null,
  key: string | null,
): Promise<Outcome | null> {
  if (key === null) return null;
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
  return opened(readOutcome(row.outcome), key) as Outcome;
}

/** Keeps what the form answered, for its second submit. */
export async function rememberOutcome(
  tx: Transaction,
  key: string | null,
  outcome: object,
): Promise<void> {
  if (key === null) return;
  const kept = closed(outcome, key);
  await tx.update(idempotencyKeys).set({ outcome: kept }).where(eq(idempotencyKeys.key, key));
}

/** An address that holds a secret, of which the database keeps the hash alone, is kept sealed; others begin with a slash. */
function closed(outcome: object, key: string): object {
  const address = addressIn(outcome);
  return address?.includes("token=") ? { ...outcome, redirectTo: seal(address, key) } : outcome;
}

function opened(outcome: object, key: string): object {
  const sealed = addressIn(outcome);
  if (sealed === null || sealed.startsWith("/")) return outcome;
  const redirectTo = unseal(sealed, key);
  if (redirectTo === null) throw new AppError("conflict");
  return { ...outcome, redirectTo };
}

const addressIn = (outcome: object): string | null =>
  "redirectTo" in outcome && typeof outcome.redirectTo === "string" ? outcome.redirectTo : null;

/** Lets go of a form's key: a refusal may be sent again, and a cookie is set by the answer that is read. */
export async function forgetOutcome(tx: Transaction, key: string | null): Promise<void> {
  if (key === null) return;
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.key, key));
}

/**
 * What a form answers, whose key is claimed before it is taken in: `run`'s outcome, or the first one where it was taken in
 * already. One that is not `isRepeatable` lets go of the key. Throws as `recallOutcome`.
 */
export async function takeOnce<Outcome extends object>(
  tx: Transaction,
  { viewer, key }: { viewer: Viewer | null; key: string | null },
  run: () => Promise<Outcome>,
  isRepeatable: (outcome: Outcome) => boolean = () => true,
): Promise<Outcome> {
  const earlier = await recallOutcome<Outcome>(tx, viewer, key);
  if (earlier) return earlier;
  const fresh = await run();
  await (isRepeatable(fresh) ? rememberOutcome(tx, key, fresh) : forgetOutcome(tx, key));
  return fresh;
}
