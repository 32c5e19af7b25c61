import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { rooms } from "@/db/schema/rooms";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { toldTitle } from "@/lib/entries/sight.queries";
import { isInRoom } from "./queries";

export type RoomNews = Awaited<ReturnType<typeof listRoomNews>>[number];

/**
 * The viewer's rooms in which others did something since an instant, the last one first: how many messages, versions of
 * documents, changes to milestones and updates, and when the last was. Nothing of the viewer's own.
 */
export function listRoomNews(viewer: Viewer, since: Date, read: Read = query) {
  const last = sql`max(act.at)`.mapWith(rooms.createdAt) as SQL<Date>;
  return read((db) =>
    db
      .select({
        slug: entries.slug,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
        messages: countOf("message"),
        documents: countOf("document"),
        milestones: countOf("milestone"),
        updates: countOf("update"),
        at: last,
      })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(sql`lateral (${actsOfOthers(viewer, since)}) act`, sql`true`)
      .where(isInRoom(viewer))
      .groupBy(rooms.id, entries.id)
      .orderBy(desc(last), entries.slug),
  );
}

const countOf = (what: string) =>
  sql<number>`(count(*) filter (where act.what = ${what}))::int`.mapWith(Number);

/** What stands there by others; a change to a milestone leaves no other trace than its event. Needs `rooms`. */
function actsOfOthers({ accountId }: Viewer, since: Date): SQL {
  const isNews = (by: string) =>
    sql`${sql.raw(by)} <> ${accountId} and it.created_at > ${since.toISOString()}::timestamptz`;
  return sql`
    select 'message' as what, it.created_at as at from room_messages it
    where it.room_id = ${rooms.id} and it.hidden_at is null and ${isNews("it.author_id")}
    union all
    select 'update', it.created_at from room_updates it
    where it.room_id = ${rooms.id} and it.hidden_at is null and ${isNews("it.author_id")}
    union all
    select 'document', it.created_at from room_document_versions it
    join room_documents document on document.id = it.document_id and document.removed_at is null
    where document.room_id = ${rooms.id} and ${isNews("it.author_id")}
    union all
    select 'milestone', it.created_at from audit_events it
    where it.subject_type = 'room' and it.subject_id = ${rooms.id} and ${isNews("it.actor_id")}
      and it.name in ('room.milestone-planned', 'room.milestone-changed')`;
}
