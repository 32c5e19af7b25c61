import type { ClubEvent } from "@/lib/core/events/record";

/** An event of a room, for the audit trail: what happened in which room, never what was written there. */
export function roomEvent(
  name: `room.${string}`,
  { id }: { id: string },
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent {
  return { name, subjectType: "room", subjectId: id, data };
}
