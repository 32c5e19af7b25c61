import type { MembershipStatus, PageVisibility } from "@/db/enums";
import { isThere } from "@/lib/core/auth/standing";
import { isActiveMember, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { visibleLevels } from "@/lib/members/policy";

/** What the rules need to know of an activity; `isManager`: the viewer manages the organisation it belongs to. */
export type ActivityFacts = {
  ownerAccountId: string;
  ownerStatus: MembershipStatus;
  visibility: PageVisibility;
  isManager: boolean;
};

/** The member who entered it. */
export function ownsActivity(viewer: Viewer | null, activity: { ownerAccountId: string }): boolean {
  return viewer?.accountId === activity.ownerAccountId;
}

/**
 * As far as its member shows it, and only while they are an active member; the club team sees those of others too.
 * Members always see their own.
 */
export function canSeeActivity(viewer: Viewer | null, activity: ActivityFacts): boolean {
  if (ownsActivity(viewer, activity)) return true;
  const isOpen = visibleLevels(viewer).includes(activity.visibility);
  return isOpen && (isThere({ status: activity.ownerStatus }) || isStaff(viewer));
}

/** Active members, for themselves; the club team needs a profile as well. */
export function canAddActivity(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}

/** Its member, and the managers of its organisation as far as they see it. */
export function canEditActivity(
  viewer: Viewer | null,
  activity: ActivityFacts,
): viewer is Viewer & { memberId: string } {
  if (!isActiveMember(viewer)) return false;
  return ownsActivity(viewer, activity) || (activity.isManager && canSeeActivity(viewer, activity));
}

/** To say that it is still right: whoever may edit it. */
export function canConfirmActivity(
  viewer: Viewer | null,
  activity: ActivityFacts,
): viewer is Viewer & { memberId: string } {
  return canEditActivity(viewer, activity);
}

/** For good: whoever may edit it. */
export function canRemoveActivity(
  viewer: Viewer | null,
  activity: ActivityFacts,
): viewer is Viewer & { memberId: string } {
  return canEditActivity(viewer, activity);
}

/** To whom it belongs and who sees it is its member's decision alone. */
export function canPlaceActivity(viewer: Viewer | null, activity: ActivityFacts): boolean {
  return isActiveMember(viewer) && ownsActivity(viewer, activity);
}
