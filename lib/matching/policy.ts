import type { ModerationState, ProgressState } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { canSeeEntry, ownsEntry, type EntryFacts as ProjectStanding } from "@/lib/entries/policy";

/** So far has a project come that takes partners. */
export const OPEN_PROGRESS: readonly ProgressState[] = [
  "idea",
  "scoping",
  "seeking-partners",
  "negotiating",
  "in-progress",
];

/** Whether a project is at a point where partners are welcome. */
export function takesPartners(project: {
  moderation: ModerationState;
  progress: ProgressState;
}): boolean {
  return project.moderation === "published" && OPEN_PROGRESS.includes(project.progress);
}

type Member = Viewer & { memberId: string };

/** Projects are suggested to members, by what they say of themselves. */
export function canSeeMatches(viewer: Viewer | null): viewer is Member {
  return isReadingMember(viewer);
}

/** "Not this", of somebody else's project that one sees. */
export function canDismissProject(
  viewer: Viewer | null,
  project: ProjectStanding,
): viewer is Member {
  const isOthers = !ownsEntry(viewer, project);
  return isActiveMember(viewer) && isOthers && canSeeEntry(viewer, project);
}

/** Who fits a project is suggested to its owner alone, while it takes partners. */
export function canSeeCandidates(
  viewer: Viewer | null,
  project: ProjectStanding & { progress: ProgressState },
): viewer is Member {
  return isReadingMember(viewer) && ownsEntry(viewer, project) && takesPartners(project);
}

/** "Not this", of a member suggested for one's own project. */
export function canDismissCandidate(
  viewer: Viewer | null,
  project: ProjectStanding & { progress: ProgressState },
  candidate: { accountId: string },
): viewer is Member {
  const isOther = candidate.accountId !== viewer?.accountId;
  return mayAct(viewer) && canSeeCandidates(viewer, project) && isOther;
}

/** Only who set something aside takes it back. */
export function canRecallDismissal(
  viewer: Viewer | null,
  dismissal: { memberId: string },
): viewer is Member {
  return isActiveMember(viewer) && viewer.memberId === dismissal.memberId;
}
