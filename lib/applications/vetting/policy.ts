import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { ApplicationFacts } from "../policy";

/** What was handed in; a draft is nobody's business but its applicant's. */
export function canReadApplication(viewer: Viewer | null, application: ApplicationFacts): boolean {
  return isStaff(viewer) && application.state !== "draft";
}

/** To take what nobody reads yet, or to take over from a colleague. */
export function canTakeApplication(viewer: Viewer | null, application: ApplicationFacts): boolean {
  const { state, takenBy } = application;
  if (!isStaff(viewer)) return false;
  return state === "submitted" || (state === "under-review" && takenBy !== viewer.accountId);
}

/** To ask, approve or refuse: whoever has taken it. */
export function canDecideApplication(viewer: Viewer | null, application: ApplicationFacts) {
  return (
    isStaff(viewer) &&
    application.state === "under-review" &&
    application.takenBy === viewer.accountId
  );
}

/** To leave it to the others again: whoever has taken it. */
export function canReleaseApplication(viewer: Viewer | null, application: ApplicationFacts) {
  return canDecideApplication(viewer, application);
}

/** To go on without the answer one has asked for. */
export function canResumeReview(viewer: Viewer | null, application: ApplicationFacts): boolean {
  return isStaff(viewer) && application.state === "info-requested";
}

/** Notes are for whoever of the club team reads it, also after the decision. */
export function canNoteOnApplication(viewer: Viewer | null, application: ApplicationFacts) {
  return canReadApplication(viewer, application);
}
