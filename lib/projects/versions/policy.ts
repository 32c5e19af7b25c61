import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canEditEntry, canEditRevision, type RevisionFacts } from "@/lib/entries/policy";

/** An older text comes back into what its owner may edit at the moment: the draft, or the edit beside the live text. */
export function canRestoreVersion(viewer: Viewer | null, project: RevisionFacts): boolean {
  return canEditEntry(viewer, project) || canEditRevision(viewer, project);
}
