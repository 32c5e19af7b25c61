import type {
  EntryLevel,
  MembershipStatus,
  ModerationState,
  ProgressState,
  RevisionState,
} from "@/db/enums";
import { isActiveMember, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";

/** The life of a project before and after the club team's eyes. The database refuses every other move. */
export const PROJECT_MOVES: Record<ModerationState, readonly ModerationState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["changes-requested", "published", "refused", "withdrawn"],
  "changes-requested": ["submitted", "withdrawn"],
  published: ["withdrawn", "archived"],
  refused: ["archived"],
  withdrawn: ["draft", "archived"],
  archived: [],
};

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

/** What the rules need to know of a project. */
export type ProjectFacts = {
  moderation: ModerationState;
  ownerAccountId: string;
  ownerStatus: MembershipStatus;
};

/** A project with who reads what, and whether its owner has accepted an interest of the viewer. */
export type SightFacts = ProjectFacts & {
  textLevel: EntryLevel;
  ownerLevel: EntryLevel;
  isContact: boolean;
};

export function ownsProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return viewer?.accountId === project.ownerAccountId;
}

const isOwnAndActive = (viewer: Viewer | null, project: ProjectFacts) =>
  viewer?.status === "active" && ownsProject(viewer, project);

const canMove = (viewer: Viewer | null, project: ProjectFacts, to: ModerationState) =>
  isOwnAndActive(viewer, project) && PROJECT_MOVES[project.moderation].includes(to);

/** Anybody, once published and as long as its owner is an active member; owners see their own in every state. */
export function canSeeProjectTeaser(viewer: Viewer | null, project: ProjectFacts): boolean {
  if (ownsProject(viewer, project)) return true;
  return (
    project.moderation === "published" && (project.ownerStatus === "active" || isStaff(viewer))
  );
}

const canSeePart = (viewer: Viewer | null, project: SightFacts, level: EntryLevel) => {
  if (ownsProject(viewer, project)) return true;
  const isOpen = level === "members" || project.isContact;
  return viewer?.status === "active" && isOpen && canSeeProjectTeaser(viewer, project);
};

/** Of what is in sight, active accounts read the full text, or those alone whose interest was accepted. */
export function canSeeProjectText(viewer: Viewer | null, project: SightFacts): boolean {
  return canSeePart(viewer, project, project.textLevel);
}

/** The same for who proposes it, and for which organisation. */
export function canSeeProjectOwner(viewer: Viewer | null, project: SightFacts): boolean {
  return canSeePart(viewer, project, project.ownerLevel);
}

/** The club team reads what was handed in, to decide on it; what never was is its owner's alone, withdrawn or not. */
export function canReadDossier(
  viewer: Viewer | null,
  project: ProjectFacts & { submittedAt: Date | null },
): viewer is Viewer {
  return isStaff(viewer) && project.moderation !== "draft" && project.submittedAt !== null;
}

export function canDraftProject(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return isActiveMember(viewer);
}

/** The text of a project changes freely until it is handed in, and again when the club team asks for it. */
export function canEditProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return (
    isOwnAndActive(viewer, project) && ["draft", "changes-requested"].includes(project.moderation)
  );
}

export function canSubmitProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return canMove(viewer, project, "submitted");
}

export function canWithdrawProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return canMove(viewer, project, "withdrawn");
}

export function canReopenProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return canMove(viewer, project, "draft");
}

export function canArchiveProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return canMove(viewer, project, "archived");
}

/** A draft that nobody but its owner ever had goes for good, set aside or not. */
export function canEraseDraft(
  viewer: Viewer | null,
  project: ProjectFacts & { wasHandedIn: boolean },
): boolean {
  const isDraft = project.moderation === "draft" || project.moderation === "withdrawn";
  return isOwnAndActive(viewer, project) && isDraft && !project.wasHandedIn;
}

/** Where a published project may say it has come to; before that, progress is part of the draft. */
export function progressMoves(
  viewer: Viewer | null,
  project: ProjectFacts & { progress: ProgressState },
): readonly ProgressState[] {
  const isOpen = isOwnAndActive(viewer, project) && project.moderation === "published";
  return isOpen ? PROGRESS_MOVES[project.progress] : [];
}

/** A listed move, or none when only the openness to interests changes. */
export function canSetProgress(
  viewer: Viewer | null,
  project: ProjectFacts & { progress: ProgressState },
  to: ProgressState,
): boolean {
  if (to !== project.progress) return progressMoves(viewer, project).includes(to);
  return isOwnAndActive(viewer, project) && project.moderation === "published";
}

/** Who reads the text of a published project and who learns who proposes it is its owner's to say, at once. */
export function canSetLevels(viewer: Viewer | null, project: ProjectFacts): boolean {
  return isOwnAndActive(viewer, project) && project.moderation === "published";
}

/** A deadline is moved as long as the project is online and not at its end; without one there is nothing to move. */
export function canRenewProject(
  viewer: Viewer | null,
  project: ProjectFacts & { progress: ProgressState; deadline: string | null },
): boolean {
  const { progress, deadline, moderation } = project;
  const isOpen = moderation === "published" && !isFinalProgress(progress) && deadline !== null;
  return isOwnAndActive(viewer, project) && isOpen;
}

/** Whether the club team has spoken on what was handed in. */
export function isDecided(state: ModerationState | RevisionState): boolean {
  return ["published", "changes-requested", "refused"].includes(state);
}

/** A member of the club team, never on a project of their own. */
export function canDecideProject(viewer: Viewer | null, project: ProjectFacts): boolean {
  return isStaff(viewer) && !ownsProject(viewer, project) && project.moderation === "submitted";
}

/** The life of a waiting edit of a published project. The database refuses every other move. */
export const REVISION_MOVES: Record<RevisionState, readonly RevisionState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["changes-requested", "published", "refused", "withdrawn"],
  "changes-requested": ["submitted", "withdrawn"],
  published: [],
  refused: [],
  withdrawn: [],
};

/** An edit that is not ended. */
export const OPEN_REVISION_STATES = ["draft", "submitted", "changes-requested"] as const;

export type OpenRevisionState = (typeof OPEN_REVISION_STATES)[number];

/** A project with its open edit; `revision` is null as long as there is none. */
export type RevisionFacts = ProjectFacts & { revision: RevisionState | null };

const canMoveRevision = (viewer: Viewer | null, project: RevisionFacts, to: RevisionState) =>
  isOwnAndActive(viewer, project) &&
  project.revision !== null &&
  REVISION_MOVES[project.revision].includes(to);

/** A published project is edited beside its live text; not while the club team reads the edit. */
export function canEditRevision(viewer: Viewer | null, project: RevisionFacts): boolean {
  const isOpen =
    project.revision === null || ["draft", "changes-requested"].includes(project.revision);
  return isOwnAndActive(viewer, project) && project.moderation === "published" && isOpen;
}

export function canSubmitRevision(viewer: Viewer | null, project: RevisionFacts): boolean {
  return project.moderation === "published" && canMoveRevision(viewer, project, "submitted");
}

export function canWithdrawRevision(viewer: Viewer | null, project: RevisionFacts): boolean {
  return canMoveRevision(viewer, project, "withdrawn");
}

export function canDecideRevision(viewer: Viewer | null, project: RevisionFacts): boolean {
  const isWaiting = project.moderation === "published" && project.revision === "submitted";
  return isStaff(viewer) && !ownsProject(viewer, project) && isWaiting;
}

/** What was once online is read by its owner and, once handed in, by the club team. */
export function canReadHistory(
  viewer: Viewer | null,
  project: ProjectFacts & { submittedAt: Date | null },
): viewer is Viewer {
  return ownsProject(viewer, project) || canReadDossier(viewer, project);
}
