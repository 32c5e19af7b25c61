import "server-only";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";

/**
 * Locks members (by id), so that neither their profiles nor their main organisations change meanwhile. Always after the
 * organisation's row, never before: everybody locks in this order.
 */
export async function lockMembers(tx: Transaction, memberIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, [...memberIds]))
    .orderBy(members.id)
    .for("no key update");
}

/** Whether one of a member's organisations is their main one, also while it is taken down: there is one at most. */
export async function hasMainOrganisation(tx: Transaction, memberId: string): Promise<boolean> {
  const isMain = and(eq(affiliations.memberId, memberId), affiliations.isMain);
  return (await tx.$count(affiliations, isMain)) > 0;
}

/** What a member is found by of their main organisation; null without one, and while it is taken down. */
export async function findMainOrganisation(tx: Transaction, memberId: string) {
  const [main] = await tx
    .select({ name: organisations.name, visibility: organisations.visibility })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(eq(affiliations.memberId, memberId), affiliations.isMain, isShown(organisations)));
  return main ?? null;
}

/**
 * What members are found by, to be made into words (`buildMemberSearch`), with their main organisation unless it is taken down; and
 * the words that are kept.
 */
export function readSearched(db: Reader, which: SQL | undefined) {
  return db
    .select({
      id: members.id,
      familyName: members.familyName,
      givenName: members.givenName,
      nameZh: members.nameZh,
      jobTitle: members.jobTitle,
      bio: members.bio,
      offers: members.offers,
      needs: members.needs,
      languages: members.languages,
      sectors: members.sectors,
      cities: members.cities,
      visibility: members.visibility,
      organisation: { name: organisations.name, visibility: organisations.visibility },
      kept: {
        searchNames: members.searchNames,
        searchMembers: members.searchMembers,
        searchTeam: members.searchTeam,
        sortLatin: members.sortLatin,
        sortPinyin: members.sortPinyin,
      },
    })
    .from(members)
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .where(which);
}
