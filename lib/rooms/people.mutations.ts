import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RoomRole } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { roomInvitations, roomPeople, rooms } from "@/db/schema/rooms";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record, type Tell } from "@/lib/core/events/record";
import { readAccountOf, readNames } from "@/lib/members/person.queries";
import { requireCalm } from "./calm.queries";
import { othersIn, tellOfRoom } from "./notices";
import {
  canChangeRoomRole,
  canLeadRoom,
  canLeaveRoom,
  canReadRoom,
  canRemoveFromRoom,
  canReturnToRoom,
  isLastInRoom,
  leadsRoom,
  roleInRoom,
} from "./policy";
import { roomEvent } from "./room-event";
import { lockOpenRoom, lockRoom, type RoomRoster } from "./roster.queries";

/**
 * Puts an active member into a room that the caller has locked; who is in it already takes the role, except that a lead
 * stays one. Their open invitation is over. Gives whether they were outside before, and only then tells of it. Throws
 * `notFound`, `notActive`.
 */
export async function addToRoom(
  tx: Transaction,
  actor: { accountId: string },
  input: { room: RoomRoster; memberId: string; role: RoomRole; tell?: Tell | undefined },
): Promise<boolean> {
  const { room, memberId, role, tell } = input;
  authorize(mayAct(await readAccountOf(tx, memberId)), "notActive");
  const before = roleInRoom({ memberId }, room);
  if (before === role || before === "lead") return false;
  if (before === null) await tx.insert(roomPeople).values({ roomId: room.id, memberId, role });
  else await tx.update(roomPeople).set({ role }).where(isIn(room.id, memberId));
  await tx
    .update(roomInvitations)
    .set({ state: "withdrawn", answeredAt: sql`now()` })
    .where(
      and(
        eq(roomInvitations.roomId, room.id),
        eq(roomInvitations.memberId, memberId),
        eq(roomInvitations.state, "open"),
      ),
    );
  await record(tx, actor, roomEvent("room.person-added", room, { role }), {
    tell: before === null ? tell : undefined,
  });
  return before === null;
}

/**
 * A lead gives somebody another role; made a lead, they are told. A lead steps back themselves while another one leads.
 * Throws `notFound`, `roomClosed`, `roleReadsOnly`, `lastLead`, `moveNotAllowed`.
 */
export async function changeRole(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; memberId: string; role: RoomRole },
): Promise<{ slug: string }> {
  const { roomId, memberId, role } = input;
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canLeadRoom(viewer, room), "roleReadsOnly");
  const from = roleInRoom({ memberId }, room);
  authorize(from !== null);
  if (from === role) return room;
  const isOwnLead = memberId === viewer.memberId && from === "lead";
  authorize(
    canChangeRoomRole(viewer, room, memberId, role),
    isOwnLead ? "lastLead" : "moveNotAllowed",
  );
  await tx.update(roomPeople).set({ role }).where(isIn(roomId, memberId));
  const tell =
    role === "lead"
      ? tellOfRoom(room, { one: memberId, about: await readNames(tx, viewer.memberId) })
      : undefined;
  await record(tx, viewer, roomEvent("room.role-changed", room, { from, to: role }), { tell });
  return room;
}

/**
 * A lead, or the partner who stands in for one, takes somebody out of the room, its documents included, at once; they
 * are told. Throws `notFound`, `roleReadsOnly`, `moveNotAllowed`.
 */
export async function removeFromRoom(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; memberId: string },
): Promise<{ slug: string }> {
  const { roomId, memberId } = input;
  const room = await lockRoom(tx, roomId);
  authorize(canReadRoom(viewer, room));
  authorize(leadsRoom(viewer, room), "roleReadsOnly");
  const role = roleInRoom({ memberId }, room);
  authorize(role !== null);
  authorize(canRemoveFromRoom(viewer, room, memberId), "moveNotAllowed");
  await endPlace(tx, viewer, roomId, memberId);
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, roomEvent("room.person-removed", room, { role }), {
    tell: tellOfRoom(room, { one: memberId, about, isOver: !room.isOnline, to: "/projects" }),
  });
  return room;
}

/**
 * Leaves the room; the others are told. Throws `notFound`, `roomLastPerson`, `tooManyRequests`, and `lastLead` while others
 * are there.
 */
export async function leaveRoom(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string },
): Promise<void> {
  const room = await lockRoom(tx, input.roomId);
  authorize(canReadRoom(viewer, room));
  authorize(canLeaveRoom(viewer, room), isLastInRoom(room) ? "roomLastPerson" : "lastLead");
  await requireCalm(tx, viewer, room);
  await endPlace(tx, viewer, room.id, viewer.memberId);
  const role = roleInRoom(viewer, room);
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, roomEvent("room.left", room, { role }), {
    tell: tellOfRoom(room, { others: othersIn(room, viewer.memberId), about }),
  });
}

/**
 * Whoever proposes the project comes back into its room, open or closed, as a lead; the people there are told. Throws
 * `notFound` for anybody else and for who is in it, and `tooManyRequests`.
 */
export async function returnToRoom(
  tx: Transaction,
  viewer: Viewer,
  { slug }: { slug: string },
): Promise<{ slug: string }> {
  const [found] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(eq(entries.slug, slug));
  if (!found) throw new AppError("notFound");
  const room = await lockRoom(tx, found.id);
  authorize(canReturnToRoom(viewer, { ...room, ownerMemberId: room.ownerId }));
  await requireCalm(tx, viewer, room);
  const back = { memberId: viewer.memberId, role: "lead" } as const;
  await addToRoom(tx, viewer, { room, ...back });
  const { memberId, role } = back;
  const about = await readNames(tx, memberId);
  await record(tx, viewer, roomEvent("room.owner-returned", room), {
    tell: tellOfRoom(room, { others: othersIn(room, memberId), about, role }),
  });
  return room;
}

async function endPlace(tx: Transaction, { accountId }: Viewer, roomId: string, memberId: string) {
  await tx
    .update(roomPeople)
    .set({ removedAt: sql`now()`, removedBy: accountId })
    .where(isIn(roomId, memberId));
}

const isIn = (roomId: string, memberId: string) =>
  and(
    eq(roomPeople.roomId, roomId),
    eq(roomPeople.memberId, memberId),
    isNull(roomPeople.removedAt),
  );
