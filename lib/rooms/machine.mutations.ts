import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { members } from "@/db/schema/members";
import { roomMessages, roomPeople, rooms, roomTranslations } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { answered, askedAgain, isLost } from "@/lib/core/i18n/machine-words";
import { queueJob } from "@/lib/core/mail/queue-job";
import { isAuthorHere } from "./machine.queries";
import { areAllWilling, canOrderTranslation, canReadRoom } from "./policy";
import { roomEvent } from "./room-event";
import { lockRoom } from "./roster.queries";

/**
 * Whether a machine may translate what is written in a room, for the viewer's part; taken back, all that it made there is erased. A yes
 * needs a service that the operator has set. Throws `notFound`.
 */
export async function chooseMachine(
  tx: Transaction,
  viewer: Viewer,
  { roomId, isAllowed }: { roomId: string; isAllowed: boolean },
): Promise<{ slug: string }> {
  const room = await lockRoom(tx, roomId);
  authorize(canReadRoom(viewer, room));
  authorize(!isAllowed || chosenProvider() !== null);
  await tx
    .update(roomPeople)
    .set({ machineAt: isAllowed ? sql`now()` : null })
    .where(
      and(
        eq(roomPeople.roomId, roomId),
        eq(roomPeople.memberId, viewer.memberId),
        isNull(roomPeople.removedAt),
      ),
    );
  const event = isAllowed
    ? roomEvent("room.machine-allowed", room)
    : roomEvent("room.machine-stopped", room);
  await record(tx, viewer, event);
  return room;
}

type Order = { messageId: string; locale: Locale };

/**
 * Asks for what a machine makes of a message, for readers of a language: the worker sends it. Asked already, it is not asked twice,
 * unless it failed. Throws `notFound`, `machineNotAllowed`.
 */
export async function orderTranslation(
  tx: Transaction,
  viewer: Viewer,
  { messageId, locale }: Order,
): Promise<{ slug: string }> {
  const provider = chosenProvider();
  authorize(provider !== null);
  const [message] = await tx
    .select({ roomId: roomMessages.roomId, isAuthorHere })
    .from(roomMessages)
    .innerJoin(rooms, eq(rooms.id, roomMessages.roomId))
    .leftJoin(members, eq(members.accountId, roomMessages.authorId))
    .where(and(eq(roomMessages.id, messageId), isShown(roomMessages)));
  authorize(message !== undefined);
  const room = await lockRoom(tx, message.roomId);
  authorize(canReadRoom(viewer, room));
  authorize(canOrderTranslation(viewer, room) && message.isAuthorHere, "machineNotAllowed");
  const ordered = await tx
    .insert(roomTranslations)
    .values({ messageId, locale, madeBy: provider.name })
    .onConflictDoUpdate({
      target: [roomTranslations.messageId, roomTranslations.locale],
      set: askedAgain(provider),
      setWhere: isLost(roomTranslations),
    })
    .returning({ messageId: roomTranslations.messageId });
  if (ordered.length === 0) return room;
  await queueJob(tx, "translate-message", { messageId, locale }, { queue: "machine" });
  await record(tx, viewer, roomEvent("room.translation-asked", room, { locale }));
  return room;
}

/** Keeps what a machine made of a message; without words, that it failed. Throws `notFound` where nobody waits for it any more. */
export async function keepRoomTranslation(
  tx: Transaction,
  { messageId, locale, words }: Order & { words: string | null },
): Promise<void> {
  const [message] = await tx
    .select({ roomId: roomMessages.roomId })
    .from(roomMessages)
    .where(eq(roomMessages.id, messageId));
  authorize(message !== undefined);
  const room = await lockRoom(tx, message.roomId);
  authorize(areAllWilling(room));
  const kept = await tx
    .update(roomTranslations)
    .set(answered(words))
    .where(
      and(
        eq(roomTranslations.messageId, messageId),
        eq(roomTranslations.locale, locale),
        isNull(roomTranslations.words),
      ),
    )
    .returning({ messageId: roomTranslations.messageId });
  authorize(kept.length === 1);
  const event = words === null ? "room.translation-failed" : "room.translation-made";
  await record(tx, null, roomEvent(event, room, { locale }));
}
