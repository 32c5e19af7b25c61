import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";

export function canDraftExperience(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}
