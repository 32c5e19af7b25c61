import { isAdministrator, type Viewer } from "../core/auth/viewer-type";

/** Who did what and when is read by administrators only, and changed by nobody. */
export function canReadTrail(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}
