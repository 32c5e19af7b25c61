import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { waitingIntroductions } from "@/db/waiting";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { nameColumns } from "@/lib/members/sight.queries";
import { isOther } from "./sight.queries";

/** Most that a list of tasks counts. */
const MOST = 200;

export type WaitingIntroduction = Awaited<ReturnType<typeof listWaitingIntroductions>>[number];

/** What the viewer was asked, or asked to pass on, and `Viewer.waiting` counts, 200 at most, the one that has waited longest first. */
export async function listWaitingIntroductions(viewer: Viewer, read: Read = query) {
  if (!isActiveMember(viewer) || viewer.waiting === 0) return [];
  return read((db) =>
    db
      .select({
        id: introductions.id,
        createdAt: introductions.createdAt,
        isToPass: sql<boolean>`${introductions.asked} <> ${viewer.memberId}::uuid`,
        ...nameColumns(viewer),
      })
      .from(introductions)
      .innerJoin(members, isOther(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(sql`${introductions.id} in (${waitingIntroductions(viewer.memberId)})`)
      .orderBy(asc(introductions.createdAt), asc(introductions.id))
      .limit(MOST),
  );
}
