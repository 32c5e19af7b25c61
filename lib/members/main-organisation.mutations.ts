import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema/members";
import { lockMembers, readSearched } from "./main-organisation.queries";
import { buildMemberSearch } from "./search-text";

/**
 * Writes anew what members (by id) are found by, once their main organisation is another one or has changed. A step of
 * the acts that change it: those have asked the policy, have locked the organisation, and leave the event.
 */
export async function rewriteSearch(tx: Transaction, memberIds: readonly string[]): Promise<void> {
  await lockMembers(tx, memberIds);
  // Read after the lock, not with it: a joined row would be as it was before the wait.
  const rows = await readSearched(tx, inArray(members.id, [...memberIds]));
  for (const { id, organisation, kept: _, ...member } of rows) {
    await tx.update(members).set(buildMemberSearch(member, organisation)).where(eq(members.id, id));
  }
}
