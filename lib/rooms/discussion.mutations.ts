import "server-only";
import { and, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberBlocks } from "@/db/schema/members";
import { roomMessages } from "@/db/schema/rooms";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { readNames } from "@/lib/members/person.queries";
import { othersIn, tellOfRoom } from "./notices";
import { canDiscuss, canReadRoom, roleInRoom } from "./policy";
import { roomEvent } from "./room-event";
import { MESSAGES_AN_HOUR } from "./room-limits";
import { lockRoom } from "./roster.queries";

/**
 * Writes in the discussion of a room. `mentions` are members in the room; the active ones among them get a mail with the
 * words, the others a notice; whoever has blocked the writer hears as everybody else in the room does. Throws `notFound`, `roomClosed`, `roleReadsOnly`, `roomMessagesTooMany`, and `mentionOutside`, `mentionBlocked` on `mentions`.
 */
export async function postMessage(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; words: string; mentions: readonly string[] },
): Promise<{ slug: string }> {
  const { roomId, words } = input;
  const room = await lockRoom(tx, roomId);
  authorize(canReadRoom(viewer, room));
  authorize(!room.isClosed, "roomClosed");
  authorize(canDiscuss(viewer, room), "roleReadsOnly");
  if (input.mentions.some((memberId) => roleInRoom({ memberId }, room) === null)) {
    throw new AppError("mentionOutside", { field: "mentions" });
  }
  await requireQuota(tx, viewer);
  const mentions = input.mentions.filter((memberId) => memberId !== viewer.memberId);
  const deaf = await listDeaf(tx, viewer, mentions);
  // The room is held: who has read up to one message has read all that came before it.
  const createdAt = sql`clock_timestamp()`;
  const message = { roomId, words, mentions, authorId: viewer.accountId, createdAt };
  await tx.insert(roomMessages).values(message);
  const to = `/projects/${room.slug}/room/discussion`;
  const about = mentions.length > 0 ? await readNames(tx, viewer.memberId) : undefined;
  const told = mentions.filter((memberId) => !deaf.includes(memberId));
  const others = othersIn(room).filter((memberId) => told.includes(memberId));
  // By key, as whoever writes in another room of the same people holds their notices too.
  const readers = othersIn(room, viewer.memberId, ...others).sort();
  const tell = tellOfRoom(room, { others, readers, about, words, to });
  const event = roomEvent("room.message-posted", room, { mentions: mentions.length });
  await record(tx, viewer, event, { tell });
  return room;
}

/** What somebody wrote within the hour, in all their rooms; two messages at once wait for each other. */
async function requireQuota(tx: Transaction, { accountId }: Viewer): Promise<void> {
  await holdTurn(tx, `room-messages:${accountId}`);
  const { authorId, createdAt } = roomMessages;
  const isRecent = gt(createdAt, sql`now() - interval '1 hour'`);
  const written = await tx.$count(roomMessages, and(eq(authorId, accountId), isRecent));
  if (written < MESSAGES_AN_HOUR) return;
  throw new AppError("roomMessagesTooMany", { values: { most: MESSAGES_AN_HOUR } });
}

/** Who of those mentioned has blocked the writer; whom the writer has blocked they mention no more. */
async function listDeaf(
  tx: Transaction,
  { memberId }: Viewer,
  mentions: readonly string[],
): Promise<string[]> {
  if (memberId === null || mentions.length === 0) return [];
  const { blockerId, blockedId } = memberBlocks;
  const among = [...mentions];
  const rows = await tx
    .select({ blockerId })
    .from(memberBlocks)
    .where(
      or(
        and(eq(blockedId, memberId), inArray(blockerId, among)),
        and(eq(blockerId, memberId), inArray(blockedId, among)),
      ),
    );
  const deaf = rows.map((row) => row.blockerId);
  if (deaf.includes(memberId)) throw new AppError("mentionBlocked", { field: "mentions" });
  return deaf;
}
