import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";

/** An active member blocks anybody whose page they reach, but themselves; what is blocked they may let go again. */
export function canBlockMember(
  viewer: Viewer | null,
  { memberId }: { memberId: string },
): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer) && viewer.memberId !== memberId;
}
