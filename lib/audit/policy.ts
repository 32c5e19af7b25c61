import { isAdministrator, type Viewer } from "../core/auth/viewer-type";

/** Who did what and when is read by administrators only, and changed by nobody. */
export function canReadTrail(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}

/** What is shown to whoever did it and to no other administrator: nobody else is to know, or the one it concerns never. */
export const PRIVATE_ACTS = [
  "introduction.set-aside",
  "introduction.passed-on",
  "introduction.kept-back",
  "introduction.translation-asked",
  "introduction.translation-made",
  "introduction.translation-failed",
  "introduction.translation-forgotten",
  "match.candidate-dismissed",
  "match.project-dismissed",
  "match.recalled",
  "member.blocked",
  "member.contact-ended",
  "member.unblocked",
  "report.made",
];
