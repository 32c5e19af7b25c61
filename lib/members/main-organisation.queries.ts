import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
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

/** A member's main organisation, or null, with what a member is found by of it. */
export async function findMainOrganisation(tx: Transaction, memberId: string) {
  const [main] = await tx
    .select({ name: organisations.name, visibility: organisations.visibility })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(and(eq(affiliations.memberId, memberId), affiliations.isMain, isShown(organisations)));
  return main ?? null;
}
