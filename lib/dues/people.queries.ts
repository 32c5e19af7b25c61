import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isPresent } from "@/db/standing";
import type { StoredDuesSnapshot } from "@/db/stored";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { personName } from "@/lib/members/person-name";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/sight.queries";
import { organisationName } from "@/lib/organisations/organisation-name";
import { isUncovered, paidUntil } from "./paid-until.queries";
import { CALLS_AT_ONCE, canManageDues } from "./policy";

/** Through the eyes of the club team, whoever acts. */
const TEAM = sightOf(null, "team");

const columns = {
  accountId: accounts.id,
  status: accounts.status,
  version: accounts.version,
  email: accounts.email,
  locale: accounts.locale,
  displayName: accounts.displayName,
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  // Documents are read and sent by administrators: a name that its owner hides from them stands on none.
  nameZh: seen(TEAM, "nameZh", members.nameZh),
  category: members.category,
  memberId: members.id,
  organisation: sql<{ name: { zh?: string }; slug: string; originalLocale: "fr" } | null>`(
    select jsonb_build_object('name', o.name, 'slug', o.slug, 'originalLocale', o.original_locale)
    from ${affiliations} a join ${organisations} o on o.id = a.organisation_id
    where a.member_id = ${members.id} and a.is_main)`,
  paidUntil,
};

/** Members as their dues know them, by account. */
const people = (db: Database | Transaction, where: SQL | undefined) =>
  db
    .select(columns)
    .from(accounts)
    .innerJoin(members, eq(members.accountId, accounts.id))
    .where(where)
    .orderBy(accounts.id);

export type DuesPerson = Awaited<ReturnType<typeof people>>[number];

/** Those of some accounts that are members', or of them those for whom something holds (`among`). */
export const listDuesPeople = (
  db: Database | Transaction,
  ids: readonly string[],
  among?: SQL,
): Promise<DuesPerson[]> => people(db, and(inArray(accounts.id, [...ids]), among)).execute();

/** Those whom one press calls for a year, of every category that has a fee. */
export const listNextToCall = (db: Database | Transaction, year: number): Promise<DuesPerson[]> => {
  const isPriced = sql`exists (select from dues_fees f where f.category = members.category and f.year = ${year})`;
  return people(
    db,
    sql`${accounts.id} in (select id from (
      select accounts.id, row_number() over (partition by members.category order by accounts.id) as place
      from accounts join members on members.account_id = accounts.id
      where ${and(isPresent(), isUncovered(year), isPriced)}) next where place <= ${CALLS_AT_ONCE})`,
  ).execute();
};

/**
 * The same, held until the end of the transaction with the account of who acts, which is read anew: all in one order, as
 * every decision on accounts holds them. Throws `notFound` for who manages dues no more.
 */
export async function lockDuesPeople(
  tx: Transaction,
  viewer: Viewer,
  ids: readonly string[],
  among?: SQL,
): Promise<DuesPerson[]> {
  const held = [...new Set([viewer.accountId, ...ids])];
  const { id, role, status } = accounts;
  const rows = await tx
    .select({ id, role, status })
    .from(accounts)
    .where(inArray(accounts.id, held))
    .orderBy(accounts.id)
    .for("no key update");
  const own = rows.find((row) => row.id === viewer.accountId);
  authorize(own !== undefined && canManageDues({ ...viewer, role: own.role, status: own.status }));
  return listDuesPeople(tx, ids, among);
}

/** Those who share an organisation with a member, and the member: whom one call of theirs may cover. */
export const listColleagues = (
  db: Database | Transaction,
  accountId: string,
): Promise<DuesPerson[]> => {
  const own = sql`(select id from members where account_id = ${accountId})`;
  const places = sql`(select organisation_id from affiliations where member_id = ${own})`;
  const isColleague = sql`${members.id} in (select ${own} union
    select member_id from affiliations where organisation_id in ${places})`;
  return people(db, isColleague).execute();
};

/** A document's words on its payer, in the payer's language; `address` as it was typed. */
export function addressee(person: DuesPerson, address: string): StoredDuesSnapshot["to"] {
  const { organisation, locale, email } = person;
  const { text, other } = organisation
    ? organisationName(organisation, locale)
    : { text: "", other: null };
  const both = [text, other?.text].filter(Boolean).join(" ");
  return { name: personName(person, locale), organisation: both, address, email };
}
