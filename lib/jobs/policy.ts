import { isAdministrator, type Viewer } from "../core/auth/viewer-type";

/** What the portal does by itself, and what of it failed, is read by administrators only. */
export function canReadJobs(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}
