import "server-only";
import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import type { RoomRole } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { type roomMessages, roomPeople, rooms, type roomUpdates } from "@/db/schema/rooms";
import { isPresent, PRESENT } from "@/db/standing";
import type { Read } from "@/db/together";
import { isReadingMember, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isSlug } from "@/lib/core/text/slug";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import { type ShownName, shownName } from "@/lib/members/member-card";
import { isProfileShown, isReachable, nameColumns } from "@/lib/members/sight.queries";
import { isOfferOpen, isOwnerGone, plannedFrom } from "./roster.queries";

/** The viewer is in the room now, as a member who may read, whatever their role or in one of `roles`. Needs `rooms` in the query. */
export function isInRoom(viewer: Viewer, roles = sql`true`): SQL {
  if (!isReadingMember(viewer)) return sql`false`;
  return sql`exists (select 1 from ${roomPeople} own where own.room_id = ${rooms.id}
    and own.member_id = ${viewer.memberId} and own.removed_at is null and ${roles})`;
}

/** What was written there and not taken down; its author and the club team, where they are in the room, read it all the same. */
export function isWordShown(
  viewer: Viewer,
  table: typeof roomMessages | typeof roomUpdates,
): SQL | undefined {
  const isOwn = eq(table.authorId, viewer.accountId);
  return isStaff(viewer) ? undefined : or(isShown(table), isOwn);
}

/** The viewer leads the room, or stands in for a lead (`leadsRoom`). Needs `rooms` in the query. */
export const isLedBy = (viewer: Viewer): SQL =>
  isInRoom(
    viewer,
    sql`(own.role = 'lead' or own.role = 'partner' and not exists (select from room_people lead
      join members person on person.id = lead.member_id join accounts account on account.id = person.account_id
      where lead.room_id = own.room_id and lead.role = 'lead' and lead.removed_at is null and account.status ${PRESENT}))`,
  );

/** Somebody in a room, or who wrote there. `name` is null for who is not there any more, or whose profile was taken down. */
export type RoomCard = {
  memberId: string | null;
  slug: string | null;
  name: ShownName | null;
  hasPage: boolean;
  isSelf: boolean;
};

/** What a room shows of a person. Join members and accounts. */
export const cardColumns = (viewer: Viewer) => ({
  ...nameColumns(viewer),
  memberId: members.id,
  memberSlug: members.slug,
  isPresent: sql<boolean>`coalesce(${isPresent()}, false)`,
  isNamed: sql<boolean>`coalesce(${isPresent()} and ${isProfileShown(viewer)}, false)`,
  hasPage: sql<boolean>`coalesce((${isReachable(viewer) ?? sql`true`}), false)`,
});

type CardRow = {
  familyName: string | null;
  givenName: string | null;
  nameOrder: "given-first" | "family-first" | null;
  nameZh: string | null;
  portrait: string | null;
  memberId: string | null;
  memberSlug: string | null;
  isNamed: boolean;
  hasPage: boolean;
};

/** A row with `cardColumns` as the page draws it. */
export function toCard(viewer: Viewer, row: CardRow, locale: Locale): RoomCard {
  const { familyName, givenName, nameOrder, nameZh, portrait, memberId } = row;
  const isNamed = row.isNamed && familyName !== null && givenName !== null && nameOrder !== null;
  return {
    memberId,
    slug: isNamed ? row.memberSlug : null,
    name: isNamed
      ? shownName({ familyName, givenName, nameOrder, nameZh, portrait }, locale)
      : null,
    hasPage: isNamed && row.hasPage,
    isSelf: memberId === viewer.memberId,
  };
}

export type RoomPage = NonNullable<Awaited<ReturnType<typeof getRoom>>>;

export type RoomMember = RoomCard & {
  memberId: string;
  role: RoomRole;
  isPresent: boolean;
  /** The viewer has blocked them. */
  isBlocked: boolean;
  /** A machine may translate what is written in the room, for their part. */
  allowsMachine: boolean;
  joinedAt: Date;
};

/** The room of the project at this address with the people in it; null for everybody who is not in it. */
export async function getRoom(viewer: Viewer, slug: string, locale: Locale) {
  if (!isSlug(slug) || !isReadingMember(viewer)) return null;
  const isOwn = and(
    eq(roomPeople.roomId, rooms.id),
    eq(roomPeople.memberId, viewer.memberId),
    isNull(roomPeople.removedAt),
  );
  const [room] = await query((db) =>
    db
      .select({
        id: rooms.id,
        version: rooms.version,
        readAt: roomPeople.readAt,
        isMailed: sql<boolean>`${roomPeople.mailsOffAt} is null`,
        closedAt: rooms.closedAt,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
        plannedFrom,
        progress: projects.progress,
        isPublished: sql<boolean>`${openModeration} = 'published'`,
        isOwnerGone,
        offeredTo: rooms.offeredTo,
        offeredUntil: rooms.offeredUntil,
        isOfferOpen,
      })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(roomPeople, isOwn)
      .where(eq(entries.slug, slug)),
  );
  if (!room) return null;
  const people = await listPeople(viewer, room.id, locale);
  const { title, originalLocale, closedAt, ...facts } = room;
  return {
    ...facts,
    slug,
    title: pickText(title, locale, originalLocale),
    closedAt,
    isClosed: closedAt !== null,
    people,
  };
}

/** Those who are in it now: leads first, within a role whoever came first. */
async function listPeople(viewer: Viewer, roomId: string, locale: Locale): Promise<RoomMember[]> {
  const rows = await query((db) =>
    db
      .select({
        ...cardColumns(viewer),
        role: roomPeople.role,
        joinedAt: roomPeople.joinedAt,
        allowsMachine: sql<boolean>`${roomPeople.machineAt} is not null`,
        isBlocked: hasBlocked(sql`${viewer.memberId}::uuid`, members.id),
      })
      .from(roomPeople)
      .innerJoin(members, eq(members.id, roomPeople.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(roomPeople.roomId, roomId), isNull(roomPeople.removedAt)))
      .orderBy(byRole, asc(roomPeople.joinedAt), asc(roomPeople.id)),
  );
  return rows.map((row) => ({
    ...toCard(viewer, row, locale),
    memberId: row.memberId,
    role: row.role,
    isPresent: row.isPresent,
    isBlocked: row.isBlocked,
    allowsMachine: row.allowsMachine,
    joinedAt: row.joinedAt,
  }));
}

const byRole = sql`array_position(array['lead', 'partner', 'adviser', 'observer'], ${roomPeople.role})`;

export type OwnRoom = Awaited<ReturnType<typeof listOwnRooms>>[number];

/** The rooms the viewer is in, open ones first, then the newest. */
export async function listOwnRooms(viewer: Viewer, locale: Locale) {
  if (!isReadingMember(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        slug: entries.slug,
        title: toldTitle(viewer.memberId),
        originalLocale: entries.originalLocale,
        role: roomPeople.role,
        isClosed: sql<boolean>`${rooms.closedAt} is not null`,
        nextDue: sql<string | null>`(select min(due_on)::text from room_milestones
          where room_id = ${rooms.id} and done_at is null)`,
      })
      .from(roomPeople)
      .innerJoin(rooms, eq(rooms.id, roomPeople.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(and(eq(roomPeople.memberId, viewer.memberId), isNull(roomPeople.removedAt)))
      .orderBy(sql`${rooms.closedAt} is not null`, desc(roomPeople.joinedAt)),
  );
  return rows.map(({ title, originalLocale, ...room }) => ({
    ...room,
    title: pickText(title, locale, originalLocale),
  }));
}

/**
 * What a project's page offers of its room: to go in, or, to whoever proposes the project and is outside, to come back;
 * null for everybody else and where there is no room.
 */
export async function getRoomDoor(
  viewer: Viewer | null,
  slug: string,
  read: Read = query,
): Promise<"enter" | "return" | null> {
  if (!isReadingMember(viewer)) return null;
  const isOwner = eq(entries.ownerId, viewer.memberId);
  const [room] = await read((db) =>
    db
      .select({ isInside: isInRoom(viewer) as SQL<boolean> })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(and(eq(entries.slug, slug), or(isOwner, isInRoom(viewer)))),
  );
  if (!room) return null;
  return room.isInside ? "enter" : "return";
}

/** Whether the viewer is in the room of the project at this address. */
export async function hasRoom(viewer: Viewer | null, slug: string): Promise<boolean> {
  return (await getRoomDoor(viewer, slug)) === "enter";
}

export type RoomOutline = { people: number; isClosed: boolean };

/**
 * How many people are in the room of the viewer's own project and whether it is closed: what somebody who is accepted
 * would come into. Null where there is no room yet, and for anybody but the project's owner.
 */
export async function getRoomOutline(viewer: Viewer, slug: string): Promise<RoomOutline | null> {
  if (!isReadingMember(viewer) || !isSlug(slug)) return null;
  const [room] = await query((db) =>
    db
      .select({
        people: sql<number>`(select count(*)::int from ${roomPeople}
          where ${roomPeople.roomId} = ${rooms.id} and ${roomPeople.removedAt} is null)`,
        isClosed: sql<boolean>`${rooms.closedAt} is not null`,
      })
      .from(rooms)
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(and(eq(entries.slug, slug), eq(entries.ownerId, viewer.memberId))),
  );
  return room ?? null;
}
