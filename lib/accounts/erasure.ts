import "server-only";
import { type Transaction, transaction } from "@/db/client";
import { removeKeptMails } from "@/lib/core/mail/kept-mails";
import type { Actor } from "@/lib/sessions/policy";
import { eraseAccount } from "./erasure.mutations";
import { readAddress } from "./queries";

/**
 * Erases an account: its rows in one transaction, then the letters kept as files. For the worker and the `club` command,
 * which work as the database's owner; never within a request or another transaction. Throws `notFound`,
 * `lastAdministrator`, and what `before`, which runs first in that transaction, throws to stop it.
 */
export async function eraseForGood(
  actor: Actor,
  input: { accountId: string },
  before?: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const address = await readAddress(input.accountId);
  await transaction(async (tx) => {
    await before?.(tx);
    await eraseAccount(tx, actor, input);
  });
  if (address) await removeKeptMails(address);
}
