import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { memberBlocks } from "@/db/schema/members";

type Blocked = { memberId: string };

/** Which of some members, by their keys, have blocked another: for what is kept from them, never for what that one is shown. */
export async function listBlockers(
  db: Reader,
  { memberId }: Blocked,
  among: readonly string[],
): Promise<Set<string>> {
  if (among.length === 0) return new Set();
  const { blockerId, blockedId } = memberBlocks;
  const rows = await db
    .select({ blockerId })
    .from(memberBlocks)
    .where(and(eq(blockedId, memberId), inArray(blockerId, [...among])));
  return new Set(rows.map((row) => row.blockerId));
}

/** Whether a member has blocked another. */
export const isBlockedBy = async (db: Reader, blocked: Blocked, memberId: string) =>
  (await listBlockers(db, blocked, [memberId])).has(memberId);
