import "server-only";
import { and, count, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { toldTitle } from "@/lib/entries/sight.queries";
import type { ShownName } from "@/lib/members/member-card";
import { cardColumns, toCard } from "./queries";
import { isUnread } from "./unread.queries";

/** So many messages are quoted in a mail, the first that were not read. */
const QUOTED = 3;

/** What a mail says of the messages of a room. An author who is no longer named has no name. */
export type UnreadRoom = {
  slug: string;
  title: PickedText | null;
  total: number;
  first: { author: ShownName | null; words: string }[];
};

/** Which messages a mail is about: those after one moment, up to and with another, as the database writes them. */
export type UnreadSpan = { room: string; since: string; until: string };

/**
 * What of a span of messages its reader has not read yet and may still read, in their language; null where nothing is left
 * of it: all of it was read or taken down, or they left the room.
 */
export async function readUnread(
  viewer: Viewer,
  { room, since, until }: UnreadSpan,
): Promise<UnreadRoom | null> {
  if (!isReadingMember(viewer)) return null;
  const { locale, memberId } = viewer;
  const isOwn = and(
    eq(roomPeople.roomId, room),
    eq(roomPeople.memberId, memberId),
    isNull(roomPeople.removedAt),
  );
  const isInSpan = and(
    isUnread(sql`${viewer.accountId}::uuid`),
    gt(roomMessages.createdAt, sql`${since}::timestamptz`),
    lte(roomMessages.createdAt, sql`${until}::timestamptz`),
  );
  const rows = await query((db) =>
    db
      .select({
        slug: entries.slug,
        title: toldTitle(memberId),
        originalLocale: entries.originalLocale,
        words: roomMessages.words,
        total: sql<number>`(${count()} over ())::int`,
        ...cardColumns(viewer),
      })
      .from(roomPeople)
      .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(roomMessages, isInSpan)
      .innerJoin(accounts, eq(accounts.id, roomMessages.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(isOwn, or(isShown(entries), eq(entries.ownerId, memberId))))
      .orderBy(roomMessages.createdAt, roomMessages.id)
      .limit(QUOTED),
  );
  const [one] = rows;
  if (!one) return null;
  return {
    slug: one.slug,
    title: pickText(one.title, locale, one.originalLocale),
    total: one.total,
    first: rows.map((row) => ({ author: toCard(viewer, row, locale).name, words: row.words })),
  };
}
