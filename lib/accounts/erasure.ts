import "server-only";
import { type Transaction, transaction } from "@/db/client";
import { findKeptMails, removeKeptMails } from "@/lib/core/mail/kept-mails";
import type { Actor } from "@/lib/sessions/policy";
import { eraseAccount } from "./erasure.mutations";
import { listErasures, noteErasure } from "./erasure-list";
import { isErased } from "./queries";
import { bearsTraces } from "./traces";
import { readTraces } from "./traces.queries";

/**
 * Erases an account: its rows in one transaction, then the letters kept as files that are to them, name them or quote
 * them. Before the commit the key and the day go into the list under `DATA_DIR/erasures`, with the names of those files:
 * after a crash in between, or a restore of an older backup, `applyErasures` finishes. For the worker and the `club`
 * command, which work as the database's owner; never within a request or another transaction. Throws `notFound`,
 * `lastAdministrator`, and what `before`, which runs first in that transaction, throws to stop it.
 */
export async function eraseForGood(
  actor: Actor,
  input: { accountId: string },
  before?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { accountId } = input;
  const told = await transaction((tx) => readTraces(tx, accountId));
  const letters = await findKeptMails((texts) => bearsTraces(texts, told));
  const traces = await transaction(async (tx) => {
    await before?.(tx);
    const found = await eraseAccount(tx, actor, input);
    await noteErasure({ accountId, letters });
    return found;
  });
  const since = await findKeptMails((texts) => bearsTraces(texts, traces));
  await removeKeptMails([...letters, ...since]);
}

export type Applied = { name: string; outcome: "erased" | "was-erased" | "unknown" | "unreadable" };

/**
 * Erases anew who is on the list and back in the database, as after a restore of an older backup, and the listed letters.
 * Run twice it does nothing the second time. Gives what became of each, by file. Throws as `eraseForGood`.
 */
export async function applyErasures(): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const { name, note } of await listErasures()) {
    if (!note) {
      applied.push({ name, outcome: "unreadable" });
      continue;
    }
    const isGone = await isErased(note.accountId);
    if (isGone === false) await eraseForGood("portal", note);
    await removeKeptMails(note.letters);
    const outcome = isGone === null ? "unknown" : isGone ? "was-erased" : "erased";
    applied.push({ name, outcome });
  }
  return applied;
}
