import type { ModerationState, ProgressState } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type EntryFacts, ownsEntry } from "@/lib/entries/policy";
import { isFinalProgress } from "../policy";

/** `hasEndedTalks`: an interest in it led to an agreement, or to none. */
export type OutcomeFacts = EntryFacts & { progress: ProgressState; hasEndedTalks: boolean };

const SEEN: readonly ModerationState[] = ["published", "withdrawn", "archived"];

const isOwners = (viewer: Viewer | null, project: OutcomeFacts) =>
  mayAct(viewer) && ownsEntry(viewer, project);

/** The owner says what came of a project once it has ended or talks about it have, and corrects it later. */
export function canRecordOutcome(viewer: Viewer | null, project: OutcomeFacts): boolean {
  const isOver = isFinalProgress(project.progress) || project.hasEndedTalks;
  return isOwners(viewer, project) && SEEN.includes(project.moderation) && isOver;
}

/** The owner answers what was asked 6 or 12 months later, and may change the answer. */
export function canAnswerFollowUp(
  viewer: Viewer | null,
  project: OutcomeFacts,
  followUp: { isAsked: boolean },
): boolean {
  return isOwners(viewer, project) && followUp.isAsked;
}
