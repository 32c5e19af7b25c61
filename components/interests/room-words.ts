import type { RoomOutline } from "@/lib/rooms/queries";

/** What an acceptance does to the project's room, as `accept.room` says it; null before there is one. */
export function roomWords(room: RoomOutline | null) {
  if (!room) return { room: "none", count: 0 } as const;
  return { room: room.isClosed ? "closed" : "open", count: room.people } as const;
}
