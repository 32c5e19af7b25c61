import "server-only";
import { eq } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { findSaying } from "@/lib/directory/crowd.queries";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/sight.queries";

/** What is shown of a sender's sectors to an owner who may not know them: never more than they show to members. */
export async function findShownSectors(tx: Transaction, memberId: string): Promise<string[]> {
  const [row] = await tx.select(ownSectors).from(members).where(eq(members.id, memberId));
  const { said } = await findSaying(tx, { sectors: row?.sectors ?? [], cities: [] }, 1);
  return said.sectors;
}

/** The same for the viewer, before they send, with what it stands for and how many people must fit it. */
export async function getShownSectors(viewer: Viewer) {
  const own = eq(members.accountId, viewer.accountId);
  return query(async (db) => {
    const [row] = await db.select(ownSectors).from(members).where(own);
    const chosen = row?.sectors ?? [];
    const { said, least } = await findSaying(db, { sectors: chosen, cities: [] }, 1);
    return { chosen, shown: said.sectors, least };
  });
}

const ownSectors = { sectors: seen(sightOf(null, "members"), "sectors", members.sectors) };
