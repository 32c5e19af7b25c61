import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RoomRole } from "@/db/enums";
import { projects } from "@/db/schema/projects";
import { rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { requireCalm } from "./calm.queries";
import { addToRoom } from "./people.mutations";
import { canLeadRoom, canOpenRoom, canReadRoom, canReopenRoom } from "./policy";
import { roomEvent } from "./room-event";
import { tellRoom } from "./room-mail";
import { lockRoom, type RoomRoster } from "./roster.queries";

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
  const owner = { room, memberId: ownerMemberId, role: "lead" } as const;
  const partner = { room, memberId: partnerMemberId, role: "partner" } as const;
  const hasOwnerJoined = await addToRoom(tx, viewer, owner);
  const hasPartnerJoined = await addToRoom(tx, viewer, partner);
  if (room.isClosed) {
    await setClosed(tx, room, false);
    await recordEvent(tx, viewer, roomEvent("room.reopened", room));
  }
  if (hasOwnerJoined) await tellOpened(tx, owner, partner, "roomPersonJoined");
  if (hasPartnerJoined) {
    const kind = room.isClosed ? "roomReopenedWith" : "roomPersonJoined";
    await tellOpened(tx, partner, owner, kind);
  } else if (room.isClosed) {
    await tellOpened(tx, owner, partner, "roomReopened");
  }
  return { roomId: room.id };
}

type Place = { room: RoomRoster; memberId: string; role: RoomRole };

/** Tells those who were there before; owner and partner know from the acceptance itself. */
async function tellOpened(tx: Transaction, about: Place, other: Place, kind: MailKind) {
  const { room, memberId, role } = about;
  await tellRoom(tx, room, [memberId, other.memberId], { kind, about: memberId, role });
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
  const room = await lockRoom(tx, input.roomId);
  authorize(canReadRoom(viewer, room));
  authorize(!room.isClosed, "roomClosed");
  authorize(canLeadRoom(viewer, room), "roleReadsOnly");
  authorize(room.version === input.version, "conflict");
  await requireCalm(tx, viewer, room);
  await setClosed(tx, room, true);
  await recordEvent(tx, viewer, roomEvent("room.closed", room));
  const { memberId } = viewer;
  await tellRoom(tx, room, [memberId], { kind: "roomClosed", about: memberId });
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
  await recordEvent(tx, viewer, roomEvent("room.reopened", room));
  const { memberId } = viewer;
  await tellRoom(tx, room, [memberId], { kind: "roomReopened", about: memberId });
  return room;
}

async function setClosed(tx: Transaction, { id }: RoomRoster, isClosed: boolean): Promise<void> {
  await tx
    .update(rooms)
    .set({ closedAt: isClosed ? sql`now()` : null, version: sql`${rooms.version} + 1` })
    .where(eq(rooms.id, id));
}
