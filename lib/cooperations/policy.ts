import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type EntryFacts, isOwnAndActive } from "@/lib/entries/policy";

/** Whose turn it is, its keepers say at once. */
export function canSayWhoActs(viewer: Viewer | null, cooperation: EntryFacts): boolean {
  const isOpen = ["draft", "changes-requested", "published"].includes(cooperation.moderation);
  return isOwnAndActive(viewer, cooperation) && isOpen;
}
