import type { EventRole } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type EntryFacts, OPEN_ENTRY_STATES, ownsEntry } from "@/lib/entries/policy";

/** Who keeps it names its people as long as it is not over with; `role` is asked to come only to what is online. */
export function canNamePeople(
  viewer: Viewer | null,
  event: EntryFacts,
  role: EventRole | null,
): boolean {
  if (!mayAct(viewer) || !ownsEntry(viewer, event)) return false;
  if (role === "invited") return event.moderation === "published";
  return OPEN_ENTRY_STATES.includes(event.moderation);
}

/** Whose calendar it is takes its address back, whatever has become of their membership. */
export function canWithdrawFeed(
  person: { accountId: string } | null,
  feed: { accountId: string },
): boolean {
  return person?.accountId === feed.accountId;
}
