import "server-only";
import { and, eq, gt, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { ACTING } from "@/db/standing";
import { hashToken } from "@/lib/core/auth/tokens";

/** A new address that is to be confirmed, or the way back to the one before. */
export type AddressLink = "change-address" | "undo-address";

/** The address that a link gives the account; null for one that is unknown, used or too old. Looking consumes nothing. */
export async function findLinkedAddress(
  token: string,
  purpose: AddressLink,
): Promise<string | null> {
  const [link] = await query((db) =>
    db
      .select({ email: accountLinks.email })
      .from(accountLinks)
      .where(and(isOpenLink(purpose), eq(accountLinks.tokenHash, hashToken(token)))),
  );
  return link?.email ?? null;
}

/** Locks the account that a link is for and reads both; null for a link that is unknown, used or too old. */
export async function lockLinked(tx: Transaction, token: string, purpose: AddressLink) {
  const [found] = await tx
    .select({
      linkId: accountLinks.id,
      to: sql<string>`${accountLinks.email}`,
      openedAt: accountLinks.createdAt,
      accountId: accounts.id,
      account: { id: accounts.id, email: accounts.email, erasureDueAt: accounts.erasureDueAt },
    })
    .from(accountLinks)
    .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
    .where(
      and(
        isOpenLink(purpose),
        isNotNull(accountLinks.email),
        eq(accountLinks.tokenHash, hashToken(token)),
      ),
    )
    .for("no key update", { of: accounts });
  return found ?? null;
}

/** Whether who asked for an account's new address is its owner, or an administrator still. */
export async function isAskedRightly(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.execute<{ is: boolean }>(sql`
    select e.actor_id = e.subject_id or coalesce(a.role = 'administrator' and a.status ${ACTING}, false) as "is"
    from audit_events e left join accounts a on a.id = e.actor_id
    where e.subject_type = 'account' and e.subject_id = ${accountId}::uuid and e.name = 'account.address-asked'
    order by e.id desc limit 1`);
  return rows[0]?.is ?? true;
}

/** An address is free when no other account has it, nor may come back to it. Gives the account that keeps it, or null. */
export async function findHolder(
  tx: Transaction,
  email: string,
  accountId: string,
): Promise<string | null> {
  const [holder] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.email, email), ne(accounts.id, accountId)));
  if (holder) return holder.id;
  const [former] = await tx
    .select({ id: accountLinks.accountId })
    .from(accountLinks)
    .where(
      and(
        isOpenLink("undo-address"),
        eq(accountLinks.email, email),
        ne(accountLinks.accountId, accountId),
      ),
    )
    .limit(1);
  return former?.id ?? null;
}

/** The addresses from which a change of this account can still be undone. */
export async function listFormerAddresses(tx: Transaction, accountId: string): Promise<string[]> {
  const links = await tx
    .selectDistinct({ email: sql<string>`${accountLinks.email}` })
    .from(accountLinks)
    .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
    .where(
      and(
        isOpenLink("undo-address"),
        eq(accounts.id, accountId),
        ne(accountLinks.email, accounts.email),
      ),
    );
  return links.map(({ email }) => email);
}

function isOpenLink(purpose: AddressLink): SQL | undefined {
  return and(
    eq(accountLinks.purpose, purpose),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, sql`now()`),
  );
}
