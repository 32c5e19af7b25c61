import "server-only";
import { and, eq, gte, lt, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { entries } from "@/db/schema/entries";
import { entryAccesses } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { roomPeople, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { readNames } from "@/lib/members/person.queries";
import { lockProject } from "@/lib/projects/locked.queries";
import { othersIn, tellOfRoom } from "./notices";
import { addToRoom } from "./people.mutations";
import { canAnswerOffer, canReadRoom, heirOf } from "./policy";
import { roomEvent } from "./room-event";
import { OFFER_DAYS } from "./room-limits";
import { lockRoom, type RoomRoster } from "./roster.queries";

/**
 * Offers the project of somebody who was erased to the lead of its room, or where no active lead is left to the partner
 * who came first, for 14 days; nobody is made an owner unasked. Everybody active in the room is told. In a room of
 * advisers and observers, and of a project that was taken down, nobody is asked. Throws `notFound`, and `moveNotAllowed` while the project has an owner.
 */
export async function offerProject(tx: Transaction, { roomId }: { roomId: string }): Promise<void> {
  const room = await lockRoom(tx, roomId);
  authorize(room.isOwnerGone, "moveNotAllowed");
  const heir = room.isHidden ? undefined : heirOf(room);
  await record(tx, null, roomEvent("room.owner-gone", room), {
    tell: tellOfRoom(room, { others: othersIn(room, heir?.memberId) }),
  });
  await askHeir(tx, room, heir);
}

async function askHeir(tx: Transaction, room: RoomRoster, heir: ReturnType<typeof heirOf>) {
  if (!heir) return;
  const offeredUntil = sql`now() + make_interval(days => ${OFFER_DAYS})`;
  await tx
    .update(rooms)
    .set({ offeredTo: heir.memberId, offeredUntil })
    .where(eq(rooms.id, room.id));
  await record(tx, null, roomEvent("room.project-offered", room, { role: heir.role }), {
    tell: tellOfRoom(room, { one: heir.memberId }),
  });
}

/** Whom a project was offered to since its owner left, as their notices tell for 90 days: where the last one asked has left the room, they have no place in its order. */
async function listAsked(tx: Transaction, { id }: RoomRoster): Promise<string[]> {
  const ownerGone = sql`(select max(gone.created_at) from ${auditEvents} gone
    where gone.subject_type = 'room' and gone.subject_id = ${id} and gone.name = 'room.owner-gone')`;
  const rows = await tx
    .select({ memberId: roomPeople.memberId })
    .from(roomPeople)
    .innerJoin(members, eq(members.id, roomPeople.memberId))
    .innerJoin(notices, eq(notices.accountId, members.accountId))
    .where(
      and(
        eq(roomPeople.roomId, id),
        eq(notices.kind, "projectOffered"),
        eq(notices.subjectId, id),
        gte(notices.createdAt, ownerGone),
      ),
    );
  return rows.map(({ memberId }) => memberId);
}

/**
 * The member to whom a project is offered becomes its owner and a lead of its room; the others are told. It is theirs as
 * it stands, withdrawn: they may edit and submit it again. The interests that the owner before received are not theirs,
 * nor is who opened what. Throws `notFound`, and `moveNotAllowed` once the offer is answered or over.
 */
export async function acceptOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string },
): Promise<{ slug: string }> {
  // Held before the project, as by whoever changes what members show: the lines of what they own wait for both.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(eq(members.accountId, viewer.accountId))
    .for("share");
  const room = await lockForAnswer(tx, viewer, input);
  authorize(canAnswerOffer(viewer, room), "moveNotAllowed");
  const { memberId } = viewer;
  await tx
    .update(entries)
    .set({ ownerId: memberId, version: sql`${entries.version} + 1`, updatedAt: sql`now()` })
    .where(eq(entries.id, room.projectId));
  // Who opened what was told to the owner before.
  await tx.delete(entryAccesses).where(eq(entryAccesses.entryId, room.projectId));
  await endOffer(tx, room.id);
  await addToRoom(tx, viewer, { room, memberId, role: "lead" });
  const about = await readNames(tx, memberId);
  await record(tx, viewer, roomEvent("room.project-taken-over", room), {
    tell: tellOfRoom(room, { others: othersIn(room, memberId), about }),
  });
  return room;
}

/** The member to whom a project is offered does not want it; the next is asked. Throws as `acceptOffer`. */
export async function declineOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string },
): Promise<{ slug: string }> {
  const room = await lockForAnswer(tx, viewer, input);
  authorize(canAnswerOffer(viewer, room), "moveNotAllowed");
  await endOffer(tx, room.id);
  await record(tx, viewer, roomEvent("room.project-declined", room));
  await askHeir(tx, room, heirOf(room, viewer.memberId, await listAsked(tx, room)));
  return room;
}

/** Asks the next in each room where the one who was asked has let the days pass, or was erased; of a project that was taken down nobody. */
export async function askNextHeirs(): Promise<Counts> {
  const isOver = lt(rooms.offeredUntil, sql`now()`);
  const waiting = await query((db) => db.select({ id: rooms.id }).from(rooms).where(isOver));
  const ids = waiting.map(({ id }) => id);
  const { done, failed } = await oneByOne("offer-projects", ids, (roomId) =>
    transaction(async (tx) => {
      const room = await lockWithProject(tx, roomId);
      if (!room.offeredUntil || room.isOfferOpen || room.isHidden) return false;
      authorize(room.isOwnerGone, "moveNotAllowed");
      const heir = heirOf(room, room.offeredTo, await listAsked(tx, room));
      await endOffer(tx, room.id);
      await record(tx, null, roomEvent("room.offer-lapsed", room));
      await askHeir(tx, room, heir);
      return heir !== undefined;
    }),
  );
  return { asked: done, failed };
}

async function lockForAnswer(tx: Transaction, viewer: Viewer, { roomId }: { roomId: string }) {
  const room = await lockWithProject(tx, roomId);
  authorize(canReadRoom(viewer, room));
  return room;
}

/** The project before its room, in the order everybody locks them. */
async function lockWithProject(tx: Transaction, roomId: string) {
  const [found] = await tx
    .select({ projectId: rooms.projectId })
    .from(rooms)
    .where(eq(rooms.id, roomId));
  if (!found) throw new AppError("notFound");
  await lockProject(tx, found.projectId);
  return lockRoom(tx, roomId);
}

async function endOffer(tx: Transaction, roomId: string): Promise<void> {
  await tx.update(rooms).set({ offeredTo: null, offeredUntil: null }).where(eq(rooms.id, roomId));
}
