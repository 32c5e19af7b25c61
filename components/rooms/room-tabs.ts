/** The pages of a room, in the order of their tabs. */
export const ROOM_TABS = [
  "overview",
  "milestones",
  "documents",
  "discussion",
  "updates",
  "people",
] as const;

export type RoomTab = (typeof ROOM_TABS)[number];

/** The address of a page of a room, without language. */
export function roomPath(slug: string, tab: RoomTab): string {
  return `/projects/${slug}/room${tab === "overview" ? "" : `/${tab}`}`;
}
