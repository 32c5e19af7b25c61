import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { canEditEntry, canSetLevels, type EntryFacts, isOwnAndActive } from "@/lib/entries/policy";

/** Its author says that what is online still holds. */
export function canConfirmExperience(
  viewer: Viewer | null,
  experience: EntryFacts & { isHidden: boolean },
): boolean {
  const { moderation, isHidden } = experience;
  return isOwnAndActive(viewer, experience) && moderation === "published" && !isHidden;
}

/** Active members; the club team needs a profile as well. */
export function canDraftExperience(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}

/** Its author says at once who reads what of it and what it is about, but while the club team reads it. */
export function canSettleExperience(viewer: Viewer | null, experience: EntryFacts): boolean {
  return canEditEntry(viewer, experience) || canSetLevels(viewer, experience);
}
