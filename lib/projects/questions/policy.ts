import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { canSeeText, type EntryFacts, ownsEntry, type SightFacts } from "@/lib/entries/policy";

/** A question under a project: whose it is, and whether it was answered or taken off. */
export type QuestionFacts = { memberId: string; isAnswered: boolean; isRemoved: boolean };

const isOwnerThere = (viewer: Viewer | null, project: EntryFacts) =>
  viewer?.status === "active" && ownsEntry(viewer, project) && project.moderation === "published";

/** A member who reads the text of somebody else's published project. */
export function canAskQuestion(
  viewer: Viewer | null,
  project: SightFacts,
): viewer is Viewer & { memberId: string } {
  const isOpen = project.moderation === "published" && project.ownerStatus === "active";
  const isOther = !ownsEntry(viewer, project) && canSeeText(viewer, project);
  return isActiveMember(viewer) && isOpen && isOther;
}

/** The project's owner; an answer may be written anew. */
export function canReplyToQuestion(
  viewer: Viewer | null,
  project: EntryFacts,
  question: QuestionFacts,
): boolean {
  return isOwnerThere(viewer, project) && !question.isRemoved;
}

/** Who asked, and the project's owner. */
export function canRemoveQuestion(
  viewer: Viewer | null,
  project: EntryFacts,
  question: QuestionFacts,
): boolean {
  const isAsker = isActiveMember(viewer) && viewer.memberId === question.memberId;
  return (isAsker || isOwnerThere(viewer, project)) && !question.isRemoved;
}

/** The project's owner takes their answer back; the question stays. */
export function canRemoveAnswer(
  viewer: Viewer | null,
  project: EntryFacts,
  question: QuestionFacts,
): boolean {
  return question.isAnswered && canReplyToQuestion(viewer, project, question);
}
