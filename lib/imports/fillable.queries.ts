import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { paidUntil } from "@/lib/dues/paid-until.queries";
import type { Fillable } from "./filling";

/** What a file may fill of a member. Join members and accounts. */
export const fillableColumns = {
  status: accounts.status,
  paidUntil,
  nameZh: members.nameZh,
  jobTitle: members.jobTitle,
  sectors: members.sectors,
  cities: members.cities,
  joinedOn: members.joinedOn,
  isPlaced: sql<boolean>`exists (select from affiliations where member_id = ${members.id})`,
};

/** The same of some accounts that are members', by the account's key. */
export async function listFillable(
  db: Reader,
  accountIds: readonly string[],
): Promise<Map<string, Fillable>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .select({ ...fillableColumns, accountId: accounts.id })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(inArray(accounts.id, [...accountIds]));
  return new Map(rows.map((row) => [row.accountId, row]));
}
