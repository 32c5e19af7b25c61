import "server-only";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { waitingInterests } from "@/db/waiting";
import { isActiveMember, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { toldTitle } from "@/lib/entries/sight.queries";
import { isOtherSide, isReceivedBy, openQuestion } from "./sight.queries";

/** Most that a list of tasks counts. */
const MOST = 200;

export type WaitingInterest = Awaited<ReturnType<typeof listWaitingInterests>>[number];

/** What waits for the viewer and `Viewer.waiting` counts, 200 at most, the one that has waited longest first. */
export async function listWaitingInterests(viewer: Viewer, read: Read = query) {
  if (!isActiveMember(viewer) || viewer.waiting === 0) return [];
  return read((db) =>
    db
      .select({
        id: interests.id,
        state: interests.state,
        stateAt: interests.stateAt,
        question: openQuestion,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, isOtherSide(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(sql`${interests.id} in (${waitingInterests(viewer.memberId)})`)
      .orderBy(asc(interests.stateAt), asc(interests.id))
      .limit(MOST),
  );
}

/** How many interests the viewer has received in each of their projects that has some, by its key, as the inbox counts. */
export async function countReceived(
  viewer: Viewer | null,
  projectIds: readonly string[],
): Promise<Map<string, number>> {
  if (!isReadingMember(viewer) || projectIds.length === 0) return new Map();
  const { projectId } = interests;
  const rows = await query((db) =>
    db
      .select({ projectId, total: count() })
      .from(interests)
      .innerJoin(entries, eq(entries.id, projectId))
      .innerJoin(members, isOtherSide(viewer))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isReceivedBy(viewer), inArray(projectId, [...projectIds])))
      .groupBy(projectId),
  );
  return new Map(rows.map((row) => [row.projectId, row.total]));
}
