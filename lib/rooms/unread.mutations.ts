import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { reasonOf } from "@/db/errors";
import { roomPeople } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { log } from "@/lib/core/log";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { canReadRoom, roleInRoom } from "./policy";
import { roomEvent } from "./room-event";
import { lockRoom } from "./roster.queries";
import { listDue } from "./unread.queries";

/**
 * Mails the people of rooms of the messages they have not read for ten minutes, each once a room and day; what they are
 * told is put together when it is sent (`readUnread`). Two workers at once, or one that is ended, mail nobody twice. What
 * goes wrong with one room is logged and keeps nothing from the others. Gives how many mails were queued.
 */
export async function mailUnread(): Promise<number> {
  const mailRoom = (roomId: string) =>
    transaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      const due = await listDue(tx, roomId);
      for (const { accountId, memberId, since } of due) {
        authorize(roleInRoom({ memberId }, room) !== null);
        const until = await noteMailed(tx, { roomId, memberId });
        const data = { room: roomId, since, until };
        await queueMail(tx, { accountId, kind: "roomMessages", data, isDue: true });
      }
      const count = due.length;
      if (count > 0) await record(tx, null, roomEvent("room.messages-mailed", room, { count }));
      return count;
    });
  const rooms = new Set((await query((db) => listDue(db))).map(({ roomId }) => roomId));
  let mailed = 0;
  for (const roomId of rooms) {
    try {
      mailed += await mailRoom(roomId);
    } catch (error) {
      log.error({ event: "room-not-mailed", roomId, reason: reasonOf(error) });
    }
  }
  return mailed;
}

type Place = { roomId: string; memberId: string };

const isPlace = ({ roomId, memberId }: Place) =>
  and(
    eq(roomPeople.roomId, roomId),
    eq(roomPeople.memberId, memberId),
    isNull(roomPeople.removedAt),
  );

/** The moment up to which messages have been in a mail, as the database writes it. */
async function noteMailed(tx: Transaction, place: Place): Promise<string> {
  const [row] = await tx
    .update(roomPeople)
    .set({ mailedAt: sql`clock_timestamp()` })
    .where(isPlace(place))
    .returning({ until: sql<string>`${roomPeople.mailedAt}::text` });
  return row?.until ?? "";
}

/** Stops the mails about the messages of one room, or lets them come again; its notices stay. Throws `notFound`. */
export async function chooseRoomMails(
  tx: Transaction,
  viewer: Viewer,
  { roomId, isWanted }: { roomId: string; isWanted: boolean },
): Promise<{ slug: string }> {
  const room = await lockRoom(tx, roomId);
  authorize(canReadRoom(viewer, room));
  const { memberId } = viewer;
  await tx
    .update(roomPeople)
    .set({ mailsOffAt: isWanted ? null : sql`now()` })
    .where(isPlace({ roomId, memberId }));
  const event = isWanted
    ? roomEvent("room.mails-resumed", room)
    : roomEvent("room.mails-stopped", room);
  await record(tx, viewer, event);
  return room;
}
