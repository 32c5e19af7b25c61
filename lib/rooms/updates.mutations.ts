import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roomUpdates } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { findIdentities } from "@/lib/projects/identifies-owner";
import { readOwnerIdentity } from "@/lib/projects/identity.queries";
import { canTakeBackNews, canTellNews } from "./policy";
import { isWordShown } from "./queries";
import { roomEvent } from "./room-event";
import { lockOpenRoom, type RoomRoster } from "./roster.queries";

type News = { roomId: string; locale: Locale; words: string; isPublic: boolean };

/**
 * Leads and partners tell how the project goes: to the room, or to all who see the project's page, where nothing may
 * tell who stands behind it. Throws `notFound`, `roomClosed`, `roleReadsOnly`, and `identifiesOwner` on `words`.
 */
export async function tellNews(
  tx: Transaction,
  viewer: Viewer,
  input: News,
): Promise<{ slug: string }> {
  const { roomId, locale, words, isPublic } = input;
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canTellNews(viewer, room), "roleReadsOnly");
  if (isPublic) await requireNameless(tx, room, { [locale]: words });
  await tx
    .insert(roomUpdates)
    .values({ roomId, locale, words, isPublic, authorId: viewer.accountId });
  await record(tx, viewer, roomEvent("room.update-told", room, { isPublic, locale }));
  return room;
}

/** Takes an update back: one's own, or as a lead anybody's. Throws `notFound`, `roomClosed`, `roleReadsOnly`. */
export async function takeBackNews(
  tx: Transaction,
  viewer: Viewer,
  { updateId }: { updateId: string },
): Promise<{ slug: string }> {
  const isIt = eq(roomUpdates.id, updateId);
  const [found] = await tx
    .select({ roomId: roomUpdates.roomId, authorId: roomUpdates.authorId })
    .from(roomUpdates)
    .where(and(isIt, isWordShown(viewer, roomUpdates)));
  if (!found) throw new AppError("notFound");
  const room = await lockOpenRoom(tx, viewer, found.roomId);
  authorize(canTakeBackNews(viewer, room, found), "roleReadsOnly");
  const gone = await tx.delete(roomUpdates).where(isIt).returning({ id: roomUpdates.id });
  authorize(gone.length === 1);
  await record(tx, viewer, roomEvent("room.update-taken-back", room));
  return room;
}

/** Visitors read public updates: neither the people in the room may be told by them, nor the project's owner outside it. */
async function requireNameless(
  tx: Transaction,
  room: RoomRoster,
  teaser: Partial<Record<Locale, string>>,
): Promise<void> {
  const people = room.people.map(({ memberId }) => memberId);
  for (const memberId of new Set([...people, ...(room.isOwnerGone ? [] : [room.ownerId])])) {
    const [identity] = findIdentities({ teaser }, await readOwnerIdentity(tx, memberId));
    if (!identity) continue;
    throw new AppError("identifiesOwner", { field: "words", values: { found: identity.found } });
  }
}
