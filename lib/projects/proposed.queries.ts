import "server-only";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { ViewAs } from "@/lib/members/policy";
import { listProjectsOfMembers } from "./of-people.queries";

/**
 * The published projects of one member, as `listProjectsOfMembers` shows them to the viewer. `as` previews one's own
 * page through other eyes and is ignored on anybody else's; to visitors no project says whose it is.
 */
export async function listProjectsOfMember(viewer: Viewer, memberId: string, as?: ViewAs) {
  const eyes = viewer.memberId === memberId ? as : undefined;
  return eyes === "public" ? [] : listProjectsOfMembers(viewer, [memberId], eyes !== undefined);
}
