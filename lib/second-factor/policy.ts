import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Actor } from "@/lib/sessions/policy";

/** Everybody signed in may secure their own sign-in, whatever the membership's status. */
export function canHaveFactor(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null;
}

/** One's own, unless the role needs it. */
export function canSwitchOffFactor(viewer: Viewer | null, isRequired: boolean): boolean {
  return viewer !== null && !isRequired;
}

/** For somebody who lost app and recovery codes: only the operator, who has seen that it is them. */
export function canResetFactor(actor: Actor | null): boolean {
  return actor === "portal";
}
