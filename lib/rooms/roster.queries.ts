import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { isPresent, PRESENT } from "@/db/standing";
import { LIKE_ERASED_ADDRESS } from "@/lib/core/auth/erased-address";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import { ownerColumn } from "@/lib/projects/sight.queries";
import { canReadRoom } from "./policy";

/** As long as its days have not passed and the project was not taken down: whoever took it over would read it. */
export const isOfferOpen = sql<boolean>`(coalesce(${rooms.offeredUntil} > now(), false)
  and ${isShown(entries)})`;

/** Whoever owns the project was erased: it is a former member's. */
export const isOwnerGone = sql<boolean>`exists (select from members former
  join accounts on accounts.id = former.account_id and accounts.email like ${LIKE_ERASED_ADDRESS}
  where former.id = ${entries.ownerId})`;

/** From when on milestones lie, `YYYY-MM-DD`: since the project starts, or its room opened before. Null where no start is said. */
export const plannedFrom = sql<
  string | null
>`(case when ${projects.startsOn} is not null then least(${projects.startsOn},
  (${rooms.createdAt} at time zone 'Europe/Paris')::date) end)::text`;

/** Whether the project's page is open to members. */
const isOnline = sql<boolean>`(${openModeration} = 'published' and exists (select from members owner
  join accounts on accounts.id = owner.account_id and accounts.status ${PRESENT}
  where owner.id = ${entries.ownerId}))`;

export type RoomRoster = Awaited<ReturnType<typeof lockRoom>>;

/**
 * A room with the people in it and its project. Its row is locked first: whoever changes the room waits here, so that
 * two leads cannot both be the one who stays. Throws `notFound`.
 */
export async function lockRoom(tx: Transaction, roomId: string) {
  const [room] = await tx
    .select({
      id: rooms.id,
      version: rooms.version,
      isClosed: sql<boolean>`${rooms.closedAt} is not null`,
      projectId: entries.id,
      slug: entries.slug,
      ownerId: ownerColumn,
      title: entries.title,
      toldTitle: toldTitle(),
      originalLocale: entries.originalLocale,
      plannedFrom,
      offeredTo: rooms.offeredTo,
      offeredUntil: rooms.offeredUntil,
      isOfferOpen,
      isHidden: isHidden(entries),
      isOnline,
      isOwnerGone,
    })
    .from(rooms)
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .innerJoin(projects, eq(projects.id, entries.id))
    .where(eq(rooms.id, roomId))
    .for("no key update", { of: rooms });
  if (!room) throw new AppError("notFound");
  const people = await tx
    .select({
      memberId: roomPeople.memberId,
      role: roomPeople.role,
      isPresent: sql<boolean>`${isPresent()}`,
      allowsMachine: sql<boolean>`${roomPeople.machineAt} is not null`,
    })
    .from(roomPeople)
    .innerJoin(members, eq(members.id, roomPeople.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(roomPeople.roomId, roomId), isNull(roomPeople.removedAt)))
    .orderBy(asc(roomPeople.joinedAt), asc(roomPeople.id));
  return { ...room, people };
}

/** The same for whoever is in it, as long as something can be done there. Throws `notFound`, `roomClosed`. */
export async function lockOpenRoom(tx: Transaction, viewer: Viewer, roomId: string) {
  const room = await lockRoom(tx, roomId);
  authorize(canReadRoom(viewer, room));
  authorize(!room.isClosed, "roomClosed");
  return room;
}
