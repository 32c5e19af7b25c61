import "server-only";
import { managesAny } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canDraftEvent } from "./policy";

/** Whether the viewer may begin an event: as an administrator, or because they manage an organisation. */
export async function mayBegin(viewer: Viewer | null): Promise<boolean> {
  if (!viewer || canDraftEvent(viewer, [])) return viewer !== null;
  return canDraftEvent(viewer, (await managesAny(viewer)) ? ["manager"] : []);
}
