import "server-only";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { isActingAdministrator } from "@/db/standing";
import { accountsOf, type Held } from "./policy";

/** Who hears what concerns whoever keeps an entry: its owner, or those it names; the administrators, who keep it beside them, where it names nobody. */
export async function keepersOf(tx: Transaction, entry: Held): Promise<{ accountId: string }[]> {
  const named = accountsOf(entry);
  if (named.length > 0) return named;
  return tx.select({ accountId: accounts.id }).from(accounts).where(isActingAdministrator());
}
