import "server-only";
import { transaction } from "@/db/client";
import { removeKeptMails } from "@/lib/core/mail/kept-mails";
import type { Actor } from "@/lib/sessions/policy";
import { eraseAccount } from "./erasure.mutations";
import { readAddress } from "./queries";

/**
 * Erases an account: its rows in one transaction, then the letters kept as files. For the worker and the `club` command,
 * which work as the database's owner; never within a request or another transaction. Throws `notFound`,
 * `lastAdministrator`.
 */
export async function eraseForGood(actor: Actor, input: { accountId: string }): Promise<void> {
  const address = await readAddress(input.accountId);
  await transaction((tx) => eraseAccount(tx, actor, input));
  if (address) await removeKeptMails(address);
}
