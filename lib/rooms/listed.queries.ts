import "server-only";
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { roomInvitations, roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { isPresent, PRESENT } from "@/db/standing";
import { waitingRoomInvitations } from "@/db/waiting";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { toldTitle } from "@/lib/entries/sight.queries";
import { nameColumns } from "@/lib/members/sight.queries";
import { cardColumns, isInRoom, isWordShown, toCard } from "./queries";

type Reader = Viewer & { memberId: string };

const isOwnPlace = ({ memberId }: Reader) =>
  and(eq(roomPeople.memberId, memberId), isNull(roomPeople.removedAt));

/** What others wrote there since the reader looked. Needs `rooms` and the reader's row of `room_people`. */
const unread = ({ accountId }: Reader): SQL<number> =>
  sql<number>`(select count(*)::int from room_messages note where note.room_id = ${rooms.id}
    and note.created_at > ${roomPeople.readAt} and note.author_id <> ${accountId} and note.hidden_at is null)`;

/** The messages of a room that the reader is shown. Needs `rooms`. */
const isHere = (reader: Reader) =>
  and(eq(roomMessages.roomId, rooms.id), isWordShown(reader, roomMessages));

/** A reader's rooms by what a list of exchanges sorts them; `mark` is another one once it would show something else. */
export function roomKeys(db: Database, reader: Reader) {
  const { joinedAt } = roomPeople;
  const saidAt = sql`(select max(${roomMessages.createdAt}) from ${roomMessages} where ${isHere(reader)})`;
  const there = sql`(select count(*) from room_people one join members person on person.id = one.member_id
    join accounts account on account.id = person.account_id
    where one.room_id = ${rooms.id} and one.removed_at is null and person.hidden_at is null and account.status ${PRESENT})`;
  return db
    .select({
      kind: sql<string>`'room'`.as("kind"),
      id: sql<string>`${rooms.id}`.as("id"),
      isTurn: sql<boolean>`false`.as("is_turn"),
      isNews: sql<boolean>`(${unread(reader)} > 0)`.as("is_news"),
      isWaiting: sql<boolean>`false`.as("is_waiting"),
      isEnded: sql<boolean>`(${rooms.closedAt} is not null)`.as("is_ended"),
      at: sql<Date>`greatest(${joinedAt}, ${saidAt})`.mapWith(joinedAt).as("at"),
      mark: sql<string>`concat_ws('.', ${rooms.version}, ${entries.version}, ${unread(reader)}, ${there})`.as(
        "mark",
      ),
    })
    .from(roomPeople)
    .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(isOwnPlace(reader));
}

export type RoomRow = Awaited<ReturnType<typeof selectRooms>>[number];

/** Of some of a reader's rooms what a list says. */
export function selectRooms(db: Database, reader: Reader, ids: readonly string[]) {
  return db
    .select({
      id: rooms.id,
      slug: entries.slug,
      title: toldTitle(reader.memberId),
      originalLocale: entries.originalLocale,
      isClosed: sql<boolean>`${rooms.closedAt} is not null`,
      unread: unread(reader),
      others: sql<number>`(select count(*)::int - 1 from room_people one
        where one.room_id = ${rooms.id} and one.removed_at is null)`,
    })
    .from(roomPeople)
    .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(and(isOwnPlace(reader), inArray(rooms.id, [...ids])));
}

/** What a reader is invited to and has not answered, as a list of exchanges sorts it. */
export function roomInvitationKeys(db: Database, reader: Reader) {
  const { id, createdAt } = roomInvitations;
  return db
    .select({
      kind: sql<string>`'room-invitation'`.as("kind"),
      id: sql<string>`${id}`.as("id"),
      isTurn: sql<boolean>`true`.as("is_turn"),
      isNews: sql<boolean>`false`.as("is_news"),
      isWaiting: sql<boolean>`false`.as("is_waiting"),
      isEnded: sql<boolean>`false`.as("is_ended"),
      at: sql<Date>`${createdAt}`.mapWith(createdAt).as("at"),
      mark: sql<string>`concat_ws('.', ${entries.version}, ${accounts.status})`.as("mark"),
    })
    .from(roomInvitations)
    .innerJoin(rooms, eq(rooms.id, roomInvitations.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .innerJoin(members, eq(members.id, roomInvitations.invitedBy))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(sql`${id} in (${waitingRoomInvitations(reader.memberId)})`);
}

export type RoomInvitationRow = Awaited<ReturnType<typeof selectRoomInvitations>>[number];

/** Of some of a reader's open invitations what a list says. */
export const selectRoomInvitations = (db: Database, reader: Reader, ids: readonly string[]) =>
  roomInvitationsTo(db, reader, inArray(roomInvitations.id, [...ids]));

/** A reader's invitations of which a condition holds: the project, and who invites as they show themselves. */
export function roomInvitationsTo(db: Database, reader: Reader, which: SQL | undefined) {
  return db
    .select({
      id: roomInvitations.id,
      role: roomInvitations.role,
      createdAt: roomInvitations.createdAt,
      slug: entries.slug,
      title: toldTitle(reader.memberId),
      originalLocale: entries.originalLocale,
      isPresent: sql<boolean>`${isPresent()}`,
      ...nameColumns(reader),
    })
    .from(roomInvitations)
    .innerJoin(rooms, eq(rooms.id, roomInvitations.roomId))
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .innerJoin(members, eq(members.id, roomInvitations.invitedBy))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(roomInvitations.memberId, reader.memberId), which));
}

/** So many of a room are named in a list. */
const NAMED = 3;

/** Who else is in each of some of a reader's rooms, three at most of each, leads first. */
export async function selectOthers(
  db: Database,
  reader: Reader,
  ids: readonly string[],
  locale: Locale,
) {
  const some = sql`lateral (select one.member_id from room_people one
    where one.room_id = "rooms"."id" and one.removed_at is null and one.member_id <> ${reader.memberId}
    order by array_position(array['lead', 'partner', 'adviser', 'observer'], one.role), one.joined_at, one.id limit ${NAMED}) other`;
  const rows = await db
    .select({ roomId: rooms.id, ...cardColumns(reader) })
    .from(rooms)
    .innerJoin(some, sql`true`)
    .innerJoin(members, sql`${members.id} = other.member_id`)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(rooms.id, [...ids]), isInRoom(reader)));
  return rows.map((row) => ({ roomId: row.roomId, ...toCard(reader, row, locale) }));
}

/** So much of what was written is read for its first line. */
const FIRST = 400;

/** What was written last in each of some of a reader's rooms, as far as they read it, with who wrote it. */
export async function selectLastWords(
  db: Database,
  reader: Reader,
  ids: readonly string[],
  locale: Locale,
) {
  const last = sql`lateral (select ${roomMessages.id} from ${roomMessages} where ${isHere(reader)}
    order by ${roomMessages.createdAt} desc, ${roomMessages.id} desc limit 1) last`;
  const rows = await db
    .select({
      roomId: rooms.id,
      words: sql<string>`left(${roomMessages.words}, ${FIRST})`,
      ...cardColumns(reader),
    })
    .from(rooms)
    .innerJoin(last, sql`true`)
    .innerJoin(roomMessages, sql`${roomMessages.id} = last.id`)
    .innerJoin(accounts, eq(accounts.id, roomMessages.authorId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(and(inArray(rooms.id, [...ids]), isInRoom(reader)));
  return rows.map((row) => ({
    roomId: row.roomId,
    words: row.words,
    ...toCard(reader, row, locale),
  }));
}
