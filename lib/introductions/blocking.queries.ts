import "server-only";
import { desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { memberBlocks, members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { nameColumns } from "@/lib/members/sight.queries";

/** So many are listed; the next ones follow as these are let go. */
const MOST = 200;

export type BlockedMember = Awaited<ReturnType<typeof listBlocked>>[number];

/** Whom the viewer has blocked, 200 at most, the last first. */
export async function listBlocked(viewer: Viewer, read: Read = query) {
  const { memberId } = viewer;
  if (memberId === null) return [];
  return read((db) =>
    db
      .select({
        memberId: members.id,
        since: memberBlocks.createdAt,
        ...nameColumns(viewer),
      })
      .from(memberBlocks)
      .innerJoin(members, eq(members.id, memberBlocks.blockedId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(memberBlocks.blockerId, memberId))
      .orderBy(desc(memberBlocks.createdAt), members.id)
      .limit(MOST),
  );
}
