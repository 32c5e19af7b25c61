import "server-only";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listProjectsOfMembers } from "../of-people/queries";

/** The published projects of one member, as `listProjectsOfMembers` shows them to the viewer. */
export async function listProjectsOfMember(viewer: Viewer, memberId: string) {
  return listProjectsOfMembers(viewer, [memberId]);
}
