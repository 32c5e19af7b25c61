import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { readNames } from "@/lib/members/person.queries";
import { requireCalm } from "./calm.queries";
import { othersIn, tellOfRoom } from "./notices";
import { addToRoom } from "./people.mutations";
import { canLeadRoom, canOpenRoom, canReadRoom, canReopenRoom } from "./policy";
import { roomEvent } from "./room-event";
import { lockOpenRoom, lockRoom, type RoomRoster } from "./roster.queries";

/**
 * Opens the room of the viewer's own project with a partner whose interest was accepted. A room that exists gets the
 * partner and is open again, of which the people there are told; called twice nothing happens the second time. The owner
 * leads. Throws `notFound`, `notActive`.
 */
export async function openRoom(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; ownerMemberId: string; partnerMemberId: string },
): Promise<{ roomId: string }> {
  const { projectId, ownerMemberId, partnerMemberId } = input;
  authorize(canOpenRoom(viewer, { ownerMemberId }));
  const isOwn = and(eq(entries.id, projectId), eq(entries.ownerId, viewer.memberId));
  const [project] = await tx.select({ id: entries.id }).from(entries).where(isOwn);
  authorize(project !== undefined && partnerMemberId !== ownerMemberId);
  // Two acceptances at once: the second waits here for the first one's row.
  const [opened] = await tx
    .insert(rooms)
    .values({ projectId })
    .onConflictDoNothing()
    .returning({ id: rooms.id });
  const [found] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.projectId, projectId));
  if (!found) throw new AppError("conflict");
  const room = await lockRoom(tx, found.id);
  if (opened) await record(tx, viewer, roomEvent("room.opened", room));
  const others = othersIn(room, ownerMemberId, partnerMemberId);
  const ofOwner = { about: await readNames(tx, ownerMemberId), role: "lead" } as const;
  const ofPartner = { about: await readNames(tx, partnerMemberId), role: "partner" } as const;
  await addToRoom(tx, viewer, {
    room,
    memberId: ownerMemberId,
    role: "lead",
    tell: tellOfRoom(room, { others, ...ofOwner }),
  });
  const hasPartnerJoined = await addToRoom(tx, viewer, {
    room,
    memberId: partnerMemberId,
    role: "partner",
    tell: room.isClosed ? undefined : tellOfRoom(room, { others, ...ofPartner }),
  });
  if (room.isClosed) {
    await setClosed(tx, room, false);
    const told = hasPartnerJoined ? { hosts: others, ...ofPartner } : { others, ...ofOwner };
    await record(tx, viewer, roomEvent("room.reopened", room), { tell: tellOfRoom(room, told) });
  }
  return { roomId: room.id };
}

type RoomVersion = { roomId: string; version: number };

/**
 * A lead closes the room: it is read, no longer written in, and the others are told. Throws `notFound`, `roleReadsOnly`,
 * `roomClosed`, `conflict`, `tooManyRequests`.
 */
export async function closeRoom(
  tx: Transaction,
  viewer: Viewer,
  input: RoomVersion,
): Promise<{ slug: string }> {
  const room = await lockOpenRoom(tx, viewer, input.roomId);
  authorize(canLeadRoom(viewer, room), "roleReadsOnly");
  authorize(room.version === input.version, "conflict");
  await requireCalm(tx, viewer, room);
  await setClosed(tx, room, true);
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, roomEvent("room.closed", room), {
    tell: tellOfRoom(room, { others: othersIn(room, viewer.memberId), about }),
  });
  return room;
}

/**
 * A lead opens a closed room again; the others are told. Throws `notFound`, `roleReadsOnly`, `moveNotAllowed`,
 * `conflict`, `tooManyRequests`.
 */
export async function reopenRoom(
  tx: Transaction,
  viewer: Viewer,
  input: RoomVersion,
): Promise<{ slug: string }> {
  const room = await lockRoom(tx, input.roomId);
  authorize(canReadRoom(viewer, room));
  authorize(room.isClosed, "moveNotAllowed");
  authorize(canReopenRoom(viewer, room), "roleReadsOnly");
  authorize(room.version === input.version, "conflict");
  await requireCalm(tx, viewer, room);
  await setClosed(tx, room, false);
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, roomEvent("room.reopened", room), {
    tell: tellOfRoom(room, { others: othersIn(room, viewer.memberId), about }),
  });
  return room;
}

/**
 * The owner has brought the project to its end or taken it offline: the people of its room hear of it, but for the `partners` who
 * were told already. The room stays. Throws `notFound`.
 */
export async function tellProjectOver(
  tx: Transaction,
  viewer: Viewer,
  { projectId, partners }: { projectId: string; partners: readonly string[] },
): Promise<void> {
  const [found] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.projectId, projectId));
  if (!found) return;
  const room = await lockRoom(tx, found.id);
  authorize(canOpenRoom(viewer, { ownerMemberId: room.ownerId }));
  await record(tx, viewer, roomEvent("room.project-over", room), {
    tell: tellOfRoom(room, { others: othersIn(room, viewer.memberId, ...partners) }),
  });
}

async function setClosed(tx: Transaction, { id }: RoomRoster, isClosed: boolean): Promise<void> {
  await tx
    .update(rooms)
    .set({ closedAt: isClosed ? sql`now()` : null, version: sql`${rooms.version} + 1` })
    .where(eq(rooms.id, id));
}
