import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { lockMembers } from "./main-organisation.queries";
import { buildMemberSearch } from "./search-text";

/**
 * Writes anew what members (by id) are found by, once their main organisation is another one or has changed. A step of
 * the acts that change it: those have asked the policy, have locked the organisation, and leave the event.
 */
export async function rewriteSearch(tx: Transaction, memberIds: readonly string[]): Promise<void> {
  await lockMembers(tx, memberIds);
  // Read after the lock, not with it: a joined row would be as it was before the wait.
  for (const { id, organisation, ...member } of await readSearched(tx, memberIds)) {
    await tx.update(members).set(buildMemberSearch(member, organisation)).where(eq(members.id, id));
  }
}

function readSearched(tx: Transaction, memberIds: readonly string[]) {
  return tx
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
    })
    .from(members)
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .where(inArray(members.id, [...memberIds]));
}
