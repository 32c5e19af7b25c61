import "server-only";
import { and, eq, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { aside } from "@/db/aside";
import type { Database, Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { reasonOf } from "@/db/errors";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { log } from "@/lib/core/log";
import { mayFollow } from "./next-mail";
import { UNREAD_MINUTES } from "./room-limits";

/** The notice of a room's messages: one for a person and a room as long as it is not seen. */
export const isOfMessages = sql`${notices.kind} = 'roomMessages'`;

/** They had blocked its author when it was written, so that no letter told them of a mention. */
const isBlockedAuthor = sql`exists (select from member_blocks deaf
  join members author on author.id = deaf.blocked_id and author.account_id = ${roomMessages.authorId}
  where deaf.blocker_id = ${roomPeople.memberId} and deaf.created_at <= ${roomMessages.createdAt})`;

/**
 * Whether a message is one that a person in its room, a row of `room_people` with their account, has not read and no
 * letter of its own told them of. Taken down, it is nobody's to be told of.
 */
export const isUnread = (
  accountId: SQLWrapper,
): SQL => sql`(${roomMessages.roomId} = ${roomPeople.roomId}
  and ${roomMessages.createdAt} > ${roomPeople.readAt} and ${roomMessages.authorId} <> ${accountId}
  and (not ${roomMessages.mentions} @> array[${roomPeople.memberId}] or ${isBlockedAuthor}) and ${roomMessages.hiddenAt} is null)`;

/** How many messages of a room the holder of an account has not read; 0 outside the room. */
export const countUnread = (roomId: SQLWrapper, accountId: SQLWrapper): SQL<number> =>
  sql<number>`(select count(*)::int from ${roomPeople}
    join ${members} on ${members.id} = ${roomPeople.memberId} and ${members.accountId} = ${accountId}
    join ${roomMessages} on ${isUnread(accountId)}
    where ${roomPeople.roomId} = ${roomId} and ${roomPeople.removedAt} is null)`;

/**
 * Whom a mail is to tell of the messages of a room, of all rooms where none is given: whoever has a notice of messages they
 * have not seen, of which one has been there for ten minutes and in no mail. `since` is when the last mail was, as the
 * database writes it. In any transaction that holds the room they stay so until its end.
 */
export async function listDue(db: Database | Transaction, roomId?: string) {
  const { mailedAt } = roomPeople;
  const waits = sql`exists (select from ${roomMessages} where ${isUnread(accounts.id)}
    and ${roomMessages.createdAt} > coalesce(${mailedAt}, '-infinity')
    and ${roomMessages.createdAt} <= now() - make_interval(mins => ${UNREAD_MINUTES}))`;
  const rows = await db
    .select({
      roomId: roomPeople.roomId,
      memberId: roomPeople.memberId,
      accountId: accounts.id,
      since: sql<string>`coalesce(${mailedAt}, '-infinity')::text`,
      timeZone: accounts.timeZone,
      mailedAt,
      now: sql`now()`.mapWith(mailedAt),
    })
    .from(notices)
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .innerJoin(members, eq(members.accountId, accounts.id))
    .innerJoin(
      roomPeople,
      and(eq(roomPeople.roomId, notices.subjectId), eq(roomPeople.memberId, members.id)),
    )
    .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(
      and(
        roomId ? eq(roomPeople.roomId, roomId) : undefined,
        isOfMessages,
        isNull(notices.seenAt),
        isPresent(),
        isNull(roomPeople.removedAt),
        isNull(roomPeople.mailsOffAt),
        or(isShown(entries), eq(entries.ownerId, members.id)),
        or(isNull(mailedAt), sql`${notices.createdAt} > ${mailedAt}`),
        waits,
      ),
    );
  return rows.filter((row) => !row.mailedAt || mayFollow({ ...row, mailedAt: row.mailedAt }));
}

/**
 * Takes the messages that a reader is shown, newest first, as read, and the notice of them as seen unless more have come;
 * beside the page, as `noteNoticesSeen` does. Of a room whose `readAt` is known nothing is written twice.
 */
export function noteRoomRead(
  { accountId, memberId }: Viewer,
  { id: roomId, readAt }: { id: string; readAt?: Date },
  [newest]: readonly { id: string; createdAt: Date }[],
): void {
  if (!newest || (readAt && newest.createdAt <= readAt)) return;
  const isLater = sql`later.room_id = ${roomId} and later.created_at > newest.at`;
  aside(
    `room ${roomId} ${accountId}`,
    (db) =>
      db.execute(sql`with newest as (
          select created_at as at from room_messages where id = ${newest.id}
        ), seen as (
          update ${notices} set seen_at = now() from newest
          where ${notices.accountId} = ${accountId} and ${notices.subjectId} = ${roomId}
            and ${isOfMessages} and ${notices.seenAt} is null and not exists (
              select from room_messages later
              where ${isLater} and later.author_id <> ${accountId} and later.hidden_at is null)
        )
        update room_people set read_at = newest.at from newest
        where room_id = ${roomId} and member_id = ${memberId} and removed_at is null
          and read_at < newest.at`),
    (error) => {
      log.warn({ event: "room.read-not-noted", reason: reasonOf(error) });
    },
  );
}
