import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** Administrators write what the club tells of its century. */
export const canDraftHeritage = (viewer: Viewer | null): viewer is Viewer =>
  isAdministrator(viewer);
