import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import type { StoredBrought } from "@/db/stored";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { paidUntil } from "@/lib/dues/paid-until.queries";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import type { Bringer } from "./bringer";
import { canBringIn } from "./policy";
import type { ImportedPerson } from "./schema";

type Filled = Omit<StoredBrought["joined"][number], "row">;

/**
 * Fills what is empty of somebody the club knows from a row about them: since when they are a member and, where neither a
 * receipt nor a file says it yet, until when they have paid; as long as they have not come in themselves their Chinese name,
 * position, sectors, cities and organisation too. Nothing that is there is changed. Gives what was filled, or null where
 * there was nothing to do. Throws `notFound`.
 */
export async function fillIn(
  tx: Transaction,
  viewer: Bringer,
  about: { accountId: string; person: ImportedPerson; organisation: { id: string } | null },
): Promise<Filled | null> {
  authorize(canBringIn(viewer));
  const { accountId, person } = about;
  const member = await lockMember(tx, accountId);
  if (!member) return null;
  const isPending = member.status === "pending";
  const filled = {
    ...(!member.joinedOn && person.joinedOn && { joinedOn: person.joinedOn }),
    ...(isPending && profileGaps(member, person)),
  };
  const joins = isPending && !member.isPlaced ? about.organisation : null;
  const said = member.paidUntil ? null : person.duesPaidUntil;
  const names = [...Object.keys(filled), ...(said ? ["duesPaidUntil"] : [])];
  if (names.length === 0 && !joins) return null;
  if (said) await tx.update(accounts).set({ paidUntil: said }).where(eq(accounts.id, accountId));
  const { id: memberId, version, updatedAt } = member;
  await tx
    .update(members)
    .set({ ...filled, version: version + 1, updatedAt: sql`now()` })
    .where(eq(members.id, memberId));
  if (joins) await tx.insert(affiliations).values({ memberId, organisationId: joins.id });
  await rewriteSearch(tx, [memberId]);
  const data = { count: names.length + (joins ? 1 : 0) };
  const subject = { subjectType: "member", subjectId: memberId } as const;
  await record(tx, viewer, { name: "member.filled-in", ...subject, data });
  const organisationId = joins?.id ?? null;
  const before = { version: version + 1, updatedAt };
  return { memberId, filled: names, organisationId, ...before };
}

type Member = NonNullable<Awaited<ReturnType<typeof lockMember>>>;

function profileGaps(member: Member, person: ImportedPerson) {
  const { nameZh, jobTitle, sectors, cities } = person;
  return {
    ...(!member.nameZh && nameZh && { nameZh }),
    ...(Object.keys(member.jobTitle).length === 0 &&
      Object.keys(jobTitle).length > 0 && { jobTitle }),
    ...(member.sectors.length === 0 && sectors.length > 0 && { sectors }),
    ...(member.cities.length === 0 && cities.length > 0 && { cities }),
  };
}

async function lockMember(tx: Transaction, accountId: string) {
  const [member] = await tx
    .select({
      id: members.id,
      status: accounts.status,
      paidUntil,
      nameZh: members.nameZh,
      jobTitle: members.jobTitle,
      sectors: members.sectors,
      cities: members.cities,
      joinedOn: members.joinedOn,
      version: members.version,
      updatedAt: sql<string>`${members.updatedAt}::text`,
      isPlaced: sql<boolean>`exists (select from affiliations where member_id = ${members.id})`,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.accountId, accountId))
    .for("no key update", { of: members });
  return member ?? null;
}
