import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { secondFactors } from "@/db/schema/second-factors";
import { isFactorRequired } from "./required-factor";
import { factorInUse } from "./session-state";
import { calledName, type Viewer } from "./viewer-type";

/** What makes an account a viewer. Join members, and second factors by `factorInUse`, from the left. */
export const viewerColumns = {
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
  hasFactor: sql<boolean>`${secondFactors.accountId} is not null`,
};

type Account = Parameters<typeof calledName>[0] &
  Pick<Viewer, "role" | "locale"> & { hasFactor: boolean };

/** The account of a row as policies see it: a role of the club team sleeps until its holder has a second factor. */
export function asViewer<Row extends Account>(row: Row) {
  const { displayName, givenName, familyName, nameOrder, hasFactor, ...account } = row;
  const name = calledName({ displayName, givenName, familyName, nameOrder }, row.locale);
  const isAwake = hasFactor || !isFactorRequired(row.role);
  const sleeping = isAwake ? {} : ({ role: "member", sleepingRole: row.role } as const);
  return { ...account, name, ...sleeping };
}

/**
 * The accounts that a condition on `accounts` finds, by key, as policies see them, for what is written for their reader
 * while nobody is signed in: `sessionId` is empty, and a role that sleeps without a second factor sleeps here too.
 */
export async function listReaders(which: SQL | undefined): Promise<Viewer[]> {
  const rows = await query((db) =>
    db
      .select(viewerColumns)
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(secondFactors, factorInUse)
      .where(which)
      .orderBy(asc(accounts.id)),
  );
  return rows.map((row) => ({ ...asViewer(row), sessionId: "" }));
}

/** One of them; null for an account that is gone. */
export async function findReader(accountId: string): Promise<Viewer | null> {
  return (await listReaders(eq(accounts.id, accountId)))[0] ?? null;
}
