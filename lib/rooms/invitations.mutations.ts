import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import type { RequestState, RoomRole } from "@/db/enums";
import { auditEvents } from "@/db/schema/audit";
import { roomInvitations } from "@/db/schema/rooms";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { isBlockedBy } from "@/lib/members/blocked.queries";
import { findMeant } from "@/lib/members/meant.queries";
import { readNames } from "@/lib/members/person.queries";
import { othersIn, tellOfRoom } from "./notices";
import { addToRoom } from "./people.mutations";
import {
  canAnswerRoomInvitation,
  canLeadRoom,
  canReadRoom,
  canWithdrawRoomInvitation,
  leadsRoom,
  roleInRoom,
} from "./policy";
import { roomEvent } from "./room-event";
import { lockOpenRoom, lockRoom } from "./roster.queries";

const SENT_A_DAY = 20;

type Invited = { roomId: string; person: string; role: Exclude<RoomRole, "lead"> };

/**
 * A lead invites a member of the directory, given by full name, address of their page or an e-mail they show; the
 * member is told, unless they have blocked the lead, who does not hear of it.
 * Throws `notFound`, `roomClosed`, `roleReadsOnly`, `tooManyInvitations`, and on `person`: `memberUnknown`,
 * `memberAmbiguous`, `alreadyInRoom`, `invitedToRoom`.
 */
export async function inviteToRoom(
  tx: Transaction,
  viewer: Viewer,
  { roomId, person, role }: Invited,
): Promise<{ slug: string }> {
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canLeadRoom(viewer, room), "roleReadsOnly");
  await requireQuota(tx, viewer);
  const memberId = await findMeant(tx, viewer, person);
  if (roleInRoom({ memberId }, room) !== null) {
    throw new AppError("alreadyInRoom", { field: "person" });
  }
  const [sent] = await tx
    .insert(roomInvitations)
    .values({ roomId, memberId, role, invitedBy: viewer.memberId })
    .onConflictDoNothing()
    .returning({ id: roomInvitations.id });
  if (!sent) throw new AppError("invitedToRoom", { field: "person" });
  const about = await readNames(tx, viewer.memberId);
  const to = `/projects/${room.slug}/room/invitation`;
  const tell = (await isBlockedBy(tx, viewer, memberId))
    ? undefined
    : tellOfRoom(room, { one: memberId, about, role, to });
  await record(tx, viewer, roomEvent("room.invitation-sent", room, { role }), { tell });
  return room;
}

/** A lead, or the partner who stands in for one, takes an open invitation back. Throws `notFound`, `roleReadsOnly`, `alreadyDecided`. */
export async function withdrawRoomInvitation(
  tx: Transaction,
  viewer: Viewer,
  { invitationId }: { invitationId: string },
): Promise<{ slug: string }> {
  const { room, invitation } = await lockInvitation(tx, invitationId);
  authorize(canReadRoom(viewer, room));
  authorize(leadsRoom(viewer, room), "roleReadsOnly");
  authorize(canWithdrawRoomInvitation(viewer, room, invitation), "alreadyDecided");
  await closeInvitation(tx, invitationId, "withdrawn");
  await record(tx, viewer, roomEvent("room.invitation-withdrawn", room));
  return room;
}

/** The invited member says yes and is in the room; the people there are told. Throws `notFound`, `roomClosed`. */
export async function acceptRoomInvitation(
  tx: Transaction,
  viewer: Viewer,
  { invitationId }: { invitationId: string },
): Promise<{ slug: string }> {
  const { room, invitation } = await lockForAnswer(tx, viewer, invitationId);
  authorize(canAnswerRoomInvitation(viewer, room, invitation));
  const { memberId, role, invitedBy } = invitation;
  await closeInvitation(tx, invitationId, "accepted");
  await addToRoom(tx, viewer, { room, memberId, role });
  const others = othersIn(room, memberId, invitedBy);
  const about = await readNames(tx, memberId);
  await record(tx, viewer, roomEvent("room.invitation-accepted", room, { role }), {
    tell: tellOfRoom(room, { one: invitedBy, others, about, role }),
  });
  return room;
}

/** The invited member says no; who invited them is told. Throws `notFound`, `roomClosed`. */
export async function declineRoomInvitation(
  tx: Transaction,
  viewer: Viewer,
  { invitationId }: { invitationId: string },
): Promise<void> {
  const { room, invitation } = await lockForAnswer(tx, viewer, invitationId);
  authorize(canAnswerRoomInvitation(viewer, room, invitation));
  const { memberId, invitedBy } = invitation;
  await closeInvitation(tx, invitationId, "declined");
  const about = await readNames(tx, memberId);
  await record(tx, viewer, roomEvent("room.invitation-declined", room), {
    tell: tellOfRoom(room, { one: invitedBy, about }),
  });
}

/**
 * What somebody has sent the viewer during a block or before, also into rooms that are closed: who sent it hears a no like any other,
 * and may ask again.
 */
export async function declineKeptBack(tx: Transaction, viewer: Viewer, from: string) {
  authorize(viewer.memberId !== null);
  const about = await readNames(tx, viewer.memberId);
  const { id, roomId, memberId, invitedBy, state } = roomInvitations;
  const kept = await tx
    .select({ invitationId: id })
    .from(roomInvitations)
    .where(and(eq(memberId, viewer.memberId), eq(invitedBy, from), eq(state, "open")))
    .orderBy(roomId);
  for (const { invitationId } of kept) {
    const { room, invitation } = await lockInvitation(tx, invitationId);
    if (invitation.state !== "open") continue;
    await closeInvitation(tx, invitationId, "declined");
    await record(tx, viewer, roomEvent("room.invitation-declined", room), {
      tell: tellOfRoom(room, { one: from, about }),
    });
  }
}

/** What is answered or withdrawn, of somebody they have blocked or who is out of the room does not exist for the one it was for. */
async function lockForAnswer(tx: Transaction, viewer: Viewer, invitationId: string) {
  const locked = await lockInvitation(tx, invitationId);
  const { memberId, state, invitedBy } = locked.invitation;
  authorize(memberId === viewer.memberId && state === "open");
  authorize(locked.room.people.some((one) => one.memberId === invitedBy && one.isPresent));
  authorize(!(await isBlockedBy(tx, { memberId: invitedBy }, memberId)));
  authorize(!locked.room.isClosed, "roomClosed");
  return locked;
}

async function lockInvitation(tx: Transaction, invitationId: string) {
  const isIt = eq(roomInvitations.id, invitationId);
  const [found] = await tx
    .select({ roomId: roomInvitations.roomId })
    .from(roomInvitations)
    .where(isIt);
  if (!found) throw new AppError("notFound");
  const room = await lockRoom(tx, found.roomId);
  const [invitation] = await tx
    .select({
      memberId: roomInvitations.memberId,
      role: roomInvitations.role,
      state: roomInvitations.state,
      invitedBy: roomInvitations.invitedBy,
    })
    .from(roomInvitations)
    .where(isIt)
    .for("no key update");
  if (!invitation) throw new AppError("notFound");
  return { room, invitation };
}

async function closeInvitation(tx: Transaction, id: string, state: RequestState): Promise<void> {
  await tx
    .update(roomInvitations)
    .set({ state, answeredAt: sql`now()` })
    .where(and(eq(roomInvitations.id, id), eq(roomInvitations.state, "open")));
}

/** What somebody sent today, in all their rooms; two at once wait for each other. */
async function requireQuota(tx: Transaction, { accountId }: Viewer): Promise<void> {
  await holdTurn(tx, `room-invitations:${accountId}`);
  const { actorId, name, createdAt } = auditEvents;
  const isToday = isWithinADay(createdAt);
  const isSent = and(eq(actorId, accountId), eq(name, "room.invitation-sent"), isToday);
  authorize((await tx.$count(auditEvents, isSent)) < SENT_A_DAY, "tooManyInvitations");
}
