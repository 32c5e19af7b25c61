import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canEditProject,
  canEditRevision,
  canReadDossier,
  ownsProject,
  type ProjectFacts,
  type RevisionFacts,
} from "../policy";

/** What was once online is read by its owner and, once handed in, by the club team. */
export function canReadHistory(
  viewer: Viewer | null,
  project: ProjectFacts & { submittedAt: Date | null },
): viewer is Viewer {
  return ownsProject(viewer, project) || canReadDossier(viewer, project);
}

/** An older text comes back into what its owner may edit at the moment: the draft, or the edit beside the live text. */
export function canRestoreVersion(viewer: Viewer | null, project: RevisionFacts): boolean {
  return canEditProject(viewer, project) || canEditRevision(viewer, project);
}
