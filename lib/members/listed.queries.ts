import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";

/** A member has agreed to stand in the directory and has not taken it back, nor was their profile taken down. Needs `accounts` joined. */
export const isInDirectory = sql<boolean>`(${hasAgreed()}
  and not exists (select 1 from members taken_down
    where taken_down.account_id = ${accounts.id} and taken_down.hidden_at is not null))`;

/** The same where `members` is joined too. */
export const standsInDirectory = sql<boolean>`(${hasAgreed()} and ${members.hiddenAt} is null)`;

/** A member has agreed, and still does, that visitors see what they show to everybody. Needs `accounts` joined. */
export const showsToVisitors = hasAgreed("public-directory");

/** Whether a member, by their key, stands in the directory, so that what is theirs may be told to be theirs. */
export async function isListedMember(db: Reader, memberId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: members.id })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.id, memberId), isInDirectory));
  return row !== undefined;
}

function hasAgreed(purpose = "members-directory") {
  return sql<boolean>`exists (
  select 1 from ${consents}
  where ${consents.accountId} = ${accounts.id}
    and ${consents.purpose} = ${sql.raw(`'${purpose}'`)} and ${consents.withdrawnAt} is null)`;
}
