import type { ProgressState } from "@/db/enums";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { type EntryFacts, isOwnAndActive } from "@/lib/entries/policy";

/** How far a published project has come, as its owner says. The database refuses every other move. */
export const PROGRESS_MOVES: Record<ProgressState, readonly ProgressState[]> = {
  idea: ["scoping", "seeking-partners", "in-progress", "on-hold", "dropped"],
  scoping: ["seeking-partners", "negotiating", "in-progress", "on-hold", "dropped"],
  "seeking-partners": ["paused", "negotiating", "in-progress", "on-hold", "dropped"],
  paused: ["seeking-partners", "on-hold", "dropped"],
  negotiating: ["seeking-partners", "in-progress", "on-hold", "dropped"],
  "in-progress": ["seeking-partners", "completed", "on-hold", "dropped"],
  completed: [],
  "on-hold": ["scoping", "seeking-partners", "in-progress", "dropped"],
  dropped: [],
};

/** A state of progress that is never left. */
export function isFinalProgress(progress: ProgressState): boolean {
  return PROGRESS_MOVES[progress].length === 0;
}

/** Active members; the club team needs a profile as well. */
export function canDraftProject(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}

/** Where a published project may say it has come to; before that, progress is part of the draft. */
export function progressMoves(
  viewer: Viewer | null,
  project: EntryFacts & { progress: ProgressState },
): readonly ProgressState[] {
  const isOpen = isOwnAndActive(viewer, project) && project.moderation === "published";
  return isOpen ? PROGRESS_MOVES[project.progress] : [];
}

/** A listed move, or none when only the openness to interests changes. */
export function canSetProgress(
  viewer: Viewer | null,
  project: EntryFacts & { progress: ProgressState },
  to: ProgressState,
): boolean {
  if (to !== project.progress) return progressMoves(viewer, project).includes(to);
  return isOwnAndActive(viewer, project) && project.moderation === "published";
}

/** A deadline is moved as long as the project is online and not at its end; without one there is nothing to move. */
export function canRenewProject(
  viewer: Viewer | null,
  project: EntryFacts & { progress: ProgressState; deadline: string | null },
): boolean {
  const { progress, deadline, moderation } = project;
  const isOpen = moderation === "published" && !isFinalProgress(progress) && deadline !== null;
  return isOwnAndActive(viewer, project) && isOpen;
}
