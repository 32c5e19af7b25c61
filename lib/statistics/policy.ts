import { isStaff, type Viewer } from "../core/auth/viewer-type";

/** What came of projects, the outcomes kept out of public figures included, is read by the club team. */
export function canReadOutcomes(viewer: Viewer | null): viewer is Viewer {
  return isStaff(viewer);
}
