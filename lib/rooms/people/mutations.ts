import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RoomRole } from "@/db/enums";
import { roomInvitations, roomPeople } from "@/db/schema/rooms";
import { readAddressee } from "@/lib/affiliations/roster/queries";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { roleInRoom } from "../policy";
import { roomEvent } from "../room-event";
import type { RoomRoster } from "../roster/queries";

/**
 * Puts an active member into a room that the caller has locked; who is in it already takes the role, except that a lead
 * stays one. Their open invitation is over. Throws `notFound`, `notActive`.
 */
export async function addToRoom(
  tx: Transaction,
  actor: { accountId: string },
  input: { room: RoomRoster; memberId: string; role: RoomRole },
): Promise<void> {
  const { room, memberId, role } = input;
  authorize((await readAddressee(tx, memberId)).status === "active", "notActive");
  const before = roleInRoom({ memberId }, room);
  if (before === role || before === "lead") return;
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
  await recordEvent(tx, actor, roomEvent("room.person-added", room, { role }));
}

const isIn = (roomId: string, memberId: string) =>
  and(
    eq(roomPeople.roomId, roomId),
    eq(roomPeople.memberId, memberId),
    isNull(roomPeople.removedAt),
  );
