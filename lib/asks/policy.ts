import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { EntryFacts, SightFacts } from "@/lib/entries/policy";
import {
  canAskQuestion,
  canReplyToQuestion,
  type QuestionFacts,
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
