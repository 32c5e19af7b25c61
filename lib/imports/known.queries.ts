import "server-only";
import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { readText } from "@/db/stored";
import type { KnownPerson } from "./duplicates";

/** Everybody with an account, by its key, as a file is compared with them; who may come back to a former address has it too. */
export async function listKnownPeople(db: Reader): Promise<KnownPerson[]> {
  const names = sql<unknown[]>`coalesce(jsonb_agg(${organisations.name})
    filter (where ${organisations.id} is not null), '[]'::jsonb)`;
  const people = await db
    .select({
      id: accounts.id,
      email: accounts.email,
      familyName: sql<string>`coalesce(${members.familyName}, '')`,
      givenName: sql<string>`coalesce(${members.givenName}, '')`,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
      organisations: names,
    })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .leftJoin(affiliations, eq(affiliations.memberId, members.id))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .groupBy(accounts.id, members.id)
    .orderBy(accounts.createdAt, accounts.id);
  const former = await db
    .select({ id: accountLinks.accountId, email: sql<string>`${accountLinks.email}` })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.purpose, "undo-address"),
        isNotNull(accountLinks.email),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, sql`now()`),
      ),
    );
  const nameless = {
    familyName: "",
    givenName: "",
    nameOrder: null,
    nameZh: null,
    organisations: [],
  };
  return [
    ...former.map((one) => ({ ...one, ...nameless })),
    ...people.map((one) => ({ ...one, organisations: one.organisations.map(readText) })),
  ];
}
