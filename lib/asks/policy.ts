import { mayAct } from "@/lib/core/auth/standing";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import {
  canSeeText,
  type EntryFacts,
  isOwnerActing,
  ownsEntry,
  type SightFacts,
} from "@/lib/entries/policy";
import {
  canAskQuestion,
  canReplyToQuestion,
  type QuestionFacts,
  type TranslatingFacts,
} from "@/lib/entries/questions/policy";

type Member = Viewer & { memberId: string };

/** Active members put questions to the club. */
export function canPostAsk(viewer: Viewer | null): viewer is Member {
  return isActiveMember(viewer);
}

/** Any other member, of a question that takes answers still. */
export function canAnswerAsk(
  viewer: Viewer | null,
  ask: SightFacts & { isOpen: boolean },
): viewer is Member {
  return ask.isOpen && canAskQuestion(viewer, ask);
}

/** Whoever asked says which answer helped, closed or not. */
export function canMarkHelpful(
  viewer: Viewer | null,
  ask: EntryFacts,
  answer: QuestionFacts,
): boolean {
  return canReplyToQuestion(viewer, ask, answer);
}

/** Whoever asked; also a member who said that they translate between the two languages. */
export function canTranslateAsk(
  viewer: Viewer | null,
  ask: SightFacts,
  { from, to, speaks }: TranslatingFacts,
): boolean {
  if (from === to || ask.moderation !== "published") return false;
  const isOwn = mayAct(viewer) && ownsEntry(viewer, ask);
  const isTranslator = isActiveMember(viewer) && speaks.includes(from) && speaks.includes(to);
  return isOwn || (isTranslator && isOwnerActing(ask) && canSeeText(viewer, ask));
}

/** What nobody translated yet, or who of them is gone; one's own; and for whoever asked, any. */
export function canReplaceAskTranslation(
  viewer: Viewer | null,
  ask: EntryFacts,
  { words, by }: { words: string; by: string | null },
): boolean {
  const isFree = words === "" || by === null || by === viewer?.accountId;
  return mayAct(viewer) && (isFree || ownsEntry(viewer, ask));
}
