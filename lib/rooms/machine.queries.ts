import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { members } from "@/db/schema/members";
import { roomMessages, rooms, roomTranslations } from "@/db/schema/rooms";
import type { Locale } from "@/lib/core/i18n/locales";

/** Whoever wrote it is in the room. Needs `rooms`, and `members` of the author, in the query. */
export const isAuthorHere = sql<boolean>`exists (select from room_people here where here.room_id = "rooms"."id"
  and here.member_id = "members"."id" and here.removed_at is null)`;

/** Everybody in the room said that a machine may translate. Needs `rooms` in the query. */
export const isMachineAllowed = sql<boolean>`not exists (select from room_people unwilling
  where unwilling.room_id = "rooms"."id" and unwilling.removed_at is null and unwilling.machine_at is null)`;

type Order = { messageId: string; locale: Locale };

/** The words that are to be sent, as long as all said yes, none was taken down and the translation is waited for; null otherwise. */
export async function readRoomOrder({ messageId, locale }: Order) {
  const [row] = await query((db) =>
    db
      .select({ words: roomMessages.words })
      .from(roomTranslations)
      .innerJoin(roomMessages, eq(roomMessages.id, roomTranslations.messageId))
      .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
      .innerJoin(members, eq(members.accountId, roomMessages.authorId))
      .where(
        and(
          eq(roomTranslations.messageId, messageId),
          eq(roomTranslations.locale, locale),
          isNull(roomTranslations.words),
          isShown(roomMessages),
          isAuthorHere,
          isMachineAllowed,
        ),
      ),
  );
  return row?.words ?? null;
}
