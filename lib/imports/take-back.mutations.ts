import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { memberContacts, members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { StoredBrought } from "@/db/stored";
import { holdTurn } from "@/db/turn";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import { lockMembers } from "@/lib/members/main-organisation.queries";
import type { Bringer } from "./bringer";
import { canBringIn } from "./policy";

/**
 * Takes back what an import brought, as far as nobody has changed it since: people who have not come in and whom nobody
 * touched, then organisations that nobody else is in, then what it filled. Gives the keys of the members and
 * organisations that stay. Throws `notFound`. Works as the owner of the tables.
 */
export async function takeBack(
  tx: Transaction,
  viewer: Bringer,
  brought: StoredBrought,
): Promise<string[]> {
  authorize(canBringIn(viewer));
  await holdTurn(tx, "imports");
  await lockIds(tx, organisations, brought.organisations);
  const { accountIds, memberIds } = await removePeople(tx, brought.people);
  for (const subjectId of accountIds) {
    await record(tx, viewer, { name: "account.taken-back", subjectType: "account", subjectId });
  }
  const gone = new Set(memberIds);
  const kept = brought.people.flatMap(({ memberId }) => (gone.has(memberId) ? [] : [memberId]));
  // The latest first: of two rows about one person each finds them as it left them.
  for (const joined of brought.joined.toReversed()) {
    if (!(await emptyAgain(tx, joined))) kept.push(joined.memberId);
  }
  const removed = await removeOrganisations(tx, brought.organisations);
  for (const { id, slug } of removed) {
    const data = { organisation: slug };
    const subject = { subjectType: "organisation", subjectId: id } as const;
    await record(tx, viewer, { name: "organisation.removed", ...subject, data });
  }
  return [...kept, ...without(brought.organisations, removed)];
}

/** As they were made: pending, never signed in, neither edited nor decided on, in the organisation of the file alone. */
async function removePeople(tx: Transaction, people: StoredBrought["people"]) {
  const accountIds = people.map(({ accountId }) => accountId);
  await lockIds(tx, accounts, accountIds);
  const rows = await tx
    .select({
      accountId: accounts.id,
      memberId: members.id,
      places: sql<string>`(select coalesce(string_agg(
        organisation_id || case when role = 'person' and position = '{}' then '' else '!' end, ' '), '')
        from affiliations where member_id = ${members.id})`,
    })
    .from(accounts)
    .innerJoin(members, eq(members.accountId, accounts.id))
    .innerJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(and(inArray(accounts.id, accountIds), isAsMade))
    .orderBy(members.id)
    .for("no key update", { of: members });
  const madeIn = new Map(people.map((one) => [one.memberId, one.organisationId]));
  const untouched = rows.filter(({ memberId, places }) => places === (madeIn.get(memberId) ?? ""));
  const gone = {
    accountIds: untouched.map((one) => one.accountId),
    memberIds: untouched.map((one) => one.memberId),
  };
  await tx.delete(affiliations).where(inArray(affiliations.memberId, gone.memberIds));
  await tx.delete(memberContacts).where(inArray(memberContacts.memberId, gone.memberIds));
  await tx.delete(members).where(inArray(members.id, gone.memberIds));
  await tx.delete(accounts).where(inArray(accounts.id, gone.accountIds));
  return gone;
}

const isAsMade: SQL = sql`${accounts.status} = 'pending' and ${accounts.role} = 'member'
  and ${accounts.version} = 1 and ${accounts.passwordHash} is null and ${accounts.lastSeenAt} is null
  and ${members.updatedAt} = ${members.createdAt} and ${members.hiddenAt} is null and ${members.nameKeptAt} is null
  and ${memberContacts.phone} is null and ${memberContacts.wechat} is null
  and not exists (select from consents where account_id = ${accounts.id})
  and not exists (select from audit_details where account_id = ${accounts.id})
  and not exists (select from applications where account_id = ${accounts.id})
  and not exists (select from affiliation_requests where member_id = ${members.id})
  and not exists (select from activities where member_id = ${members.id})
  and not exists (select from entries where owner_id = ${members.id})`;

/**
 * Empties what was filled, and gives the member the time of before: so an earlier import is taken back, too. The version
 * goes on: a form opened meanwhile is a conflict.
 */
async function emptyAgain(tx: Transaction, joined: StoredBrought["joined"][number]) {
  const { memberId, filled, organisationId, version, updatedAt, filledAt } = joined;
  await lockMembers(tx, [memberId]);
  const has = (name: string) => filled.includes(name);
  const isUnchanged = filledAt
    ? sql`${members.updatedAt} = ${filledAt}::timestamptz`
    : eq(members.version, version);
  const [back] = await tx
    .update(members)
    .set({
      ...(has("joinedOn") && { joinedOn: null }),
      ...(has("nameZh") && { nameZh: null }),
      ...(has("jobTitle") && { jobTitle: {} }),
      ...(has("sectors") && { sectors: [] }),
      ...(has("cities") && { cities: [] }),
      version: sql`${members.version} + 1`,
      updatedAt: sql`${updatedAt}::timestamptz`,
    })
    .where(and(eq(members.id, memberId), isUnchanged))
    .returning({ accountId: members.accountId });
  if (!back) return false;
  if (has("duesPaidUntil")) {
    await tx.update(accounts).set({ paidUntil: null }).where(eq(accounts.id, back.accountId));
  }
  if (organisationId) {
    const isPlaced = eq(affiliations.organisationId, organisationId);
    const isPerson = eq(affiliations.role, "person");
    await tx
      .delete(affiliations)
      .where(and(eq(affiliations.memberId, memberId), isPlaced, isPerson));
  }
  await rewriteSearch(tx, [memberId]);
  return true;
}

const without = (ids: readonly string[], removed: readonly { id: string }[]) => {
  const gone = new Set(removed.map(({ id }) => id));
  return ids.filter((id) => !gone.has(id));
};

async function removeOrganisations(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const isAlone = sql`not exists (select from affiliations where organisation_id = ${organisations.id})
    and not exists (select from affiliation_requests where organisation_id = ${organisations.id})
    and not exists (select from organisation_invitations where organisation_id = ${organisations.id})
    and not exists (select from activities where organisation_id = ${organisations.id})
    and not exists (select from applications where organisation_id = ${organisations.id})
    and not exists (select from interests where organisation_id = ${organisations.id})
    and not exists (select from experiences where organisation_id = ${organisations.id})
    and not exists (select from event_hosts where organisation_id = ${organisations.id})
    and not exists (select from cooperation_parties where organisation_id = ${organisations.id})`;
  const isUnchanged = sql`${organisations.version} = 1 and ${organisations.hiddenAt} is null
    and ${organisations.logoId} is null`;
  return tx
    .delete(organisations)
    .where(and(inArray(organisations.id, [...ids]), isUnchanged, isAlone))
    .returning({ id: organisations.id, slug: organisations.slug });
}

/** In the order in which everybody holds them. */
async function lockIds(
  tx: Transaction,
  table: typeof accounts | typeof organisations,
  ids: readonly string[],
): Promise<void> {
  await tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
    .orderBy(table.id)
    .for("no key update");
}
