import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { addToRoom } from "./people/mutations";
import { canLeadRoom, canOpenRoom, canReadRoom, canReopenRoom } from "./policy";
import { roomEvent } from "./room-event";
import { lockRoom, type RoomRoster } from "./roster/queries";

/**
 * Opens the room of the viewer's own project with a partner whose interest was accepted. A room that exists gets the
 * partner and is open again; called twice nothing happens the second time. The owner leads. Throws `notFound`, `notActive`.
 */
export async function openRoom(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; ownerMemberId: string; partnerMemberId: string },
): Promise<{ roomId: string }> {
  const { projectId, ownerMemberId, partnerMemberId } = input;
  authorize(canOpenRoom(viewer, { ownerMemberId }));
  const isOwn = and(eq(projects.id, projectId), eq(projects.ownerId, viewer.memberId));
  const [project] = await tx.select({ id: projects.id }).from(projects).where(isOwn);
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
  if (opened) await recordEvent(tx, viewer, roomEvent("room.opened", room));
  await addToRoom(tx, viewer, { room, memberId: ownerMemberId, role: "lead" });
  await addToRoom(tx, viewer, { room, memberId: partnerMemberId, role: "partner" });
  if (room.isClosed) {
    await setClosed(tx, room, false);
    await recordEvent(tx, viewer, roomEvent("room.reopened", room));
  }
  return { roomId: room.id };
}

type RoomVersion = { roomId: string; version: number };

/**
 * A lead closes the room: it is read, no longer written in. Throws `notFound`, `roleReadsOnly`, `roomClosed`, `conflict`.
 */
export async function closeRoom(
  tx: Transaction,
  viewer: Viewer,
  input: RoomVersion,
): Promise<{ slug: string }> {
  const room = await lockRoom(tx, input.roomId);
  authorize(canReadRoom(viewer, room));
  authorize(!room.isClosed, "roomClosed");
  authorize(canLeadRoom(viewer, room), "roleReadsOnly");
  authorize(room.version === input.version, "conflict");
  await setClosed(tx, room, true);
  await recordEvent(tx, viewer, roomEvent("room.closed", room));
  return room;
}

/** A lead opens a closed room again. Throws `notFound`, `roleReadsOnly`, `moveNotAllowed`, `conflict`. */
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
  await setClosed(tx, room, false);
  await recordEvent(tx, viewer, roomEvent("room.reopened", room));
  return room;
}

async function setClosed(tx: Transaction, { id }: RoomRoster, isClosed: boolean): Promise<void> {
  await tx
    .update(rooms)
    .set({ closedAt: isClosed ? sql`now()` : null, version: sql`${rooms.version} + 1` })
    .where(eq(rooms.id, id));
}
