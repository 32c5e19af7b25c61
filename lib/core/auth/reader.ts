import "server-only";
import { and, asc, eq, isNotNull, type SQL } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { secondFactors } from "@/db/schema/second-factors";
import { isFactorRequired } from "./required-factor";
import { calledName, type Viewer } from "./viewer-type";

/**
 * The accounts that a condition on `accounts` finds, by key, as policies see them, for what is written for their reader
 * while nobody is signed in: `sessionId` is empty, and a role that sleeps without a second factor sleeps here too.
 */
export async function listReaders(which: SQL | undefined): Promise<Viewer[]> {
  const { confirmedAt } = secondFactors;
  const inUse = and(eq(secondFactors.accountId, accounts.id), isNotNull(confirmedAt));
  const rows = await query((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        memberSlug: members.slug,
        role: accounts.role,
        status: accounts.status,
        locale: accounts.locale,
        theme: accounts.theme,
        timeZone: accounts.timeZone,
        displayName: accounts.displayName,
        givenName: members.givenName,
        familyName: members.familyName,
        nameOrder: members.nameOrder,
        nameZh: members.nameZh,
        factorSince: confirmedAt,
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(secondFactors, inUse)
      .where(which)
      .orderBy(asc(accounts.id)),
  );
  return rows.map(({ displayName, givenName, familyName, nameOrder, factorSince, ...account }) => {
    const name = calledName({ displayName, givenName, familyName, nameOrder }, account.locale);
    const isAwake = factorSince !== null || !isFactorRequired(account.role);
    const sleeping = isAwake ? {} : ({ role: "member", sleepingRole: account.role } as const);
    return { ...account, name, sessionId: "", ...sleeping };
  });
}

/** One of them; null for an account that is gone. */
export async function findReader(accountId: string): Promise<Viewer | null> {
  return (await listReaders(eq(accounts.id, accountId)))[0] ?? null;
}
