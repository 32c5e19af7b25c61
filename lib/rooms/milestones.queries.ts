import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { roomMilestones, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInRoom } from "./queries";
import { MOST_MILESTONES } from "./room-limits";

export type Milestone = Awaited<ReturnType<typeof listMilestones>>[number];

/** The milestones of a room by their due days; none for who is not in the room. */
export function listMilestones(
  viewer: Viewer,
  roomId: string,
  { isOpen = false, most = MOST_MILESTONES } = {},
) {
  return query((db) =>
    db
      .select({
        id: roomMilestones.id,
        title: roomMilestones.title,
        startsOn: roomMilestones.startsOn,
        dueOn: roomMilestones.dueOn,
        progress: roomMilestones.progress,
        doneAt: roomMilestones.doneAt,
        version: roomMilestones.version,
      })
      .from(roomMilestones)
      .innerJoin(rooms, eq(rooms.id, roomMilestones.roomId))
      .where(
        and(
          eq(rooms.id, roomId),
          isInRoom(viewer),
          isOpen ? isNull(roomMilestones.doneAt) : undefined,
        ),
      )
      .orderBy(asc(roomMilestones.dueOn), asc(roomMilestones.createdAt))
      .limit(most),
  );
}
