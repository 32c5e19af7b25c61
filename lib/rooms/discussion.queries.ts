import "server-only";
import { and, count, desc, eq, inArray } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { roomMessages, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { cardColumns, isInRoom, isWordShown, type RoomCard, toCard } from "./queries";
import { MESSAGES_PER_PAGE } from "./room-limits";

export type RoomMessage = {
  id: string;
  words: string;
  createdAt: Date;
  /** Taken down, and read by its author and the club team alone. */
  isHidden: boolean;
  author: RoomCard;
  mentions: RoomCard[];
};

/** One page of `most` messages of a room, newest first; empty for who is not in the room. */
export async function listMessages(
  viewer: Viewer,
  roomId: string,
  locale: Locale,
  page: number,
  most = MESSAGES_PER_PAGE,
): Promise<{ messages: RoomMessage[]; total: number }> {
  const isHere = and(eq(rooms.id, roomId), isInRoom(viewer), isWordShown(viewer, roomMessages));
  const [rows, [all]] = await Promise.all([
    query((db) =>
      db
        .select({
          id: roomMessages.id,
          words: roomMessages.words,
          mentioned: roomMessages.mentions,
          createdAt: roomMessages.createdAt,
          isHidden: isHidden(roomMessages),
          ...cardColumns(viewer),
        })
        .from(roomMessages)
        .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
        .innerJoin(accounts, eq(accounts.id, roomMessages.authorId))
        .leftJoin(members, eq(members.accountId, accounts.id))
        .where(isHere)
        .orderBy(desc(roomMessages.createdAt), desc(roomMessages.id))
        .limit(most)
        .offset((page - 1) * most),
    ),
    query((db) =>
      db
        .select({ count: count() })
        .from(roomMessages)
        .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
        .where(isHere),
    ),
  ]);
  const mentioned = await listCards(
    viewer,
    rows.flatMap((row) => row.mentioned),
    locale,
  );
  const messages = rows.map((row) => ({
    id: row.id,
    words: row.words,
    createdAt: row.createdAt,
    isHidden: row.isHidden,
    author: toCard(viewer, row, locale),
    mentions: mentioned.filter(({ memberId }) => row.mentioned.includes(memberId ?? "")),
  }));
  return { messages, total: all?.count ?? 0 };
}

async function listCards(viewer: Viewer, ids: string[], locale: Locale): Promise<RoomCard[]> {
  if (ids.length === 0) return [];
  const rows = await query((db) =>
    db
      .select(cardColumns(viewer))
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(inArray(members.id, [...new Set(ids)])),
  );
  return rows.map((row) => toCard(viewer, row, locale));
}
