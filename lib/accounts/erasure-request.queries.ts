import "server-only";
import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { isActingAdministrator } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getOwnAccount } from "./queries";

/** Whether the erasure of a row's account was asked for by its owner, not noted by an administrator. Needs `accounts`. */
export const isOwnWish = sql<boolean>`coalesce((
  select actor_id = subject_id from audit_events
  where subject_type = 'account' and subject_id = "accounts"."id"
    and name in ('account.erasure-asked', 'account.deletion-decided')
  order by id desc limit 1), true)`;

/** When the viewer's account is erased, or null when they have not asked for it. */
export async function getErasureDay(viewer: Viewer): Promise<Date | null> {
  return (await getOwnAccount(viewer))?.erasureDueAt ?? null;
}

/** Whether an account is that of the only active administrator, or of the only one who has not asked for their erasure. */
export async function isLastAdministrator(tx: Transaction, accountId: string): Promise<boolean> {
  const { id, erasureDueAt } = accounts;
  const stays = or(isNull(erasureDueAt), eq(id, accountId));
  const rows = await tx.select({ id }).from(accounts).where(and(isActingAdministrator(), stays));
  return rows.length === 1 && rows[0]?.id === accountId;
}

/** The accounts whose fourteen days are over, by the database's clock, those due first before the others. */
export async function listDueErasures(): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(isDue)
      .orderBy(asc(accounts.erasureDueAt), asc(accounts.id)),
  );
  return rows.map(({ id }) => id);
}

/** Whom to write to once an account is gone. */
export type FormerAddress = { address: string; locale: Locale };

/** Locks an account whose time has come and reads its address; null when its owner has withdrawn meanwhile. */
export async function lockDueErasure(
  tx: Transaction,
  accountId: string,
): Promise<FormerAddress | null> {
  const [row] = await tx
    .select({ address: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isDue))
    .for("no key update");
  return row ?? null;
}

/** Whether an account's owner has asked for its erasure and their time to think is over. */
export async function isErasureDue(accountId: string): Promise<boolean> {
  return (await query((db) => db.$count(accounts, and(eq(accounts.id, accountId), isDue)))) > 0;
}

const isDue = lte(accounts.erasureDueAt, sql`now()`);
