import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { canSeeText, type EntryFacts, isOwnerActing, ownsEntry, type SightFacts } from "../policy";

/** A question under an entry: whose it is, and whether it was answered or taken off. */
export type QuestionFacts = { memberId: string; isAnswered: boolean; isRemoved: boolean };

const isOwnOnline = (viewer: Viewer | null, entry: EntryFacts) =>
  mayAct(viewer) && ownsEntry(viewer, entry) && entry.moderation === "published";

/** A member who reads the text of somebody else's published entry. */
export function canAskQuestion(
  viewer: Viewer | null,
  entry: SightFacts,
): viewer is Viewer & { memberId: string } {
  const isOpen = entry.moderation === "published" && isOwnerActing(entry);
  const isOther = !ownsEntry(viewer, entry) && canSeeText(viewer, entry);
  return isActiveMember(viewer) && isOpen && isOther;
}

/** The owner, or who keeps it; an answer may be written anew. */
export function canReplyToQuestion(
  viewer: Viewer | null,
  entry: EntryFacts,
  question: QuestionFacts,
): boolean {
  return isOwnOnline(viewer, entry) && !question.isRemoved;
}

/** What is translated of a question: from which language into which, and which ones the viewer said they translate. */
export type TranslatingFacts = { from: Locale; to: Locale; speaks: readonly string[] };

/** Whoever answers there; of what members read, also a member who said that they translate between the two languages. */
export function canTranslateQuestion(
  viewer: Viewer | null,
  entry: SightFacts,
  question: QuestionFacts,
  { from, to, speaks }: TranslatingFacts,
): boolean {
  if (from === to || question.isRemoved) return false;
  const isOpen = entry.moderation === "published" && isOwnerActing(entry);
  const isRead = entry.textLevel === "members" && canSeeText(viewer, entry);
  const isTranslator = isActiveMember(viewer) && speaks.includes(from) && speaks.includes(to);
  return canReplyToQuestion(viewer, entry, question) || (isOpen && isRead && isTranslator);
}

/** One's own, that of nobody any more, and for whoever answers there any. */
export function canReplaceTranslation(
  viewer: Viewer | null,
  entry: EntryFacts,
  { memberId }: { memberId: string | null },
): boolean {
  const isFree = mayAct(viewer) && (memberId === null || memberId === viewer.memberId);
  return isFree || isOwnOnline(viewer, entry);
}

/** Who asked, and the owner. */
export function canRemoveQuestion(
  viewer: Viewer | null,
  entry: EntryFacts,
  question: QuestionFacts,
): boolean {
  const isAsker = isActiveMember(viewer) && viewer.memberId === question.memberId;
  return (isAsker || isOwnOnline(viewer, entry)) && !question.isRemoved;
}

/** The owner takes their answer back; the question stays. */
export function canRemoveAnswer(
  viewer: Viewer | null,
  entry: EntryFacts,
  question: QuestionFacts,
): boolean {
  return question.isAnswered && canReplyToQuestion(viewer, entry, question);
}
