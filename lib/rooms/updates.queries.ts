import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { rooms, roomUpdates } from "@/db/schema/rooms";
import { PRESENT } from "@/db/standing";
import type { Read } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { isInSight, isPublished } from "@/lib/entries/sight.queries";
import { cardColumns, isInRoom, isWordShown, toCard } from "./queries";

const MOST_UPDATES = 50;
const MOST_PUBLIC = 10;

export type RoomUpdate = Awaited<ReturnType<typeof listUpdates>>[number];

/** The updates of a room, newest first; none for who is not in the room. */
export async function listUpdates(
  viewer: Viewer,
  roomId: string,
  locale: Locale,
  most = MOST_UPDATES,
) {
  const rows = await query((db) =>
    db
      .select({
        id: roomUpdates.id,
        locale: roomUpdates.locale,
        words: roomUpdates.words,
        isPublic: roomUpdates.isPublic,
        createdAt: roomUpdates.createdAt,
        isHidden: isHidden(roomUpdates),
        authorId: roomUpdates.authorId,
        ...cardColumns(viewer),
      })
      .from(roomUpdates)
      .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
      .innerJoin(accounts, eq(accounts.id, roomUpdates.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(rooms.id, roomId), isInRoom(viewer), isWordShown(viewer, roomUpdates)))
      .orderBy(desc(roomUpdates.createdAt), desc(roomUpdates.id))
      .limit(most),
  );
  return rows.map(({ id, words, isPublic, createdAt, authorId, ...row }) => ({
    id,
    locale: row.locale,
    words,
    isPublic,
    createdAt,
    authorId,
    isOwn: authorId === viewer.accountId,
    isHidden: row.isHidden,
    author: toCard(viewer, row, locale),
  }));
}

export type PublicUpdate = Awaited<ReturnType<typeof listPublicUpdates>>[number];

/**
 * The public updates of a project that anybody may see, the last ten, newest first. Nothing tells who wrote one but
 * its author: not even members read here who stands behind a project. The club team reads those that were taken down too.
 */
export async function listPublicUpdates(viewer: Viewer | null, slug: string, read: Read = query) {
  if (!isSlug(slug)) return [];
  return read((db) =>
    db
      .select({
        id: roomUpdates.id,
        locale: roomUpdates.locale,
        words: roomUpdates.words,
        createdAt: roomUpdates.createdAt,
        isHidden: isHidden(roomUpdates),
        isOwn: sql<boolean>`coalesce(${roomUpdates.authorId} = ${viewer?.accountId ?? null}::uuid, false)`,
      })
      .from(roomUpdates)
      .innerJoin(rooms, eq(rooms.id, roomUpdates.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entries.slug, slug),
          isStaff(viewer) ? isInSight(viewer) : and(isPublished, isShown(roomUpdates)),
          isAuthorActive,
          eq(roomUpdates.isPublic, true),
        ),
      )
      .orderBy(desc(roomUpdates.createdAt), desc(roomUpdates.id))
      .limit(MOST_PUBLIC),
  );
}

/** What a suspended member wrote is hidden. */
const isAuthorActive = sql`exists (select 1 from accounts author
  where author.id = ${roomUpdates.authorId} and author.status ${PRESENT})`;
