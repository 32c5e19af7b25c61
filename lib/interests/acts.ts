import type { MembershipStatus, ModerationState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canAcceptInterest,
  canAnswerQuestion,
  canAskForMore,
  canConcludeInterest,
  canDeclineInterest,
  canReviewInterest,
  canWithdrawInterest,
  type InterestFacts,
} from "./policy";

/** What somebody may do with an interest, in the order in which it is offered. */
const ACTS = [
  "answer",
  "accept",
  "ask",
  "decline",
  "review",
  "in-talks",
  "agreement",
  "no-agreement",
  "withdraw",
] as const;

export type Act = (typeof ACTS)[number];

type Facts = InterestFacts & { senderStatus: MembershipStatus; moderation: ModerationState };

const RULES: Record<Act, (viewer: Viewer, interest: Facts) => boolean> = {
  answer: canAnswerQuestion,
  accept: canAcceptInterest,
  ask: canAskForMore,
  decline: canDeclineInterest,
  review: canReviewInterest,
  "in-talks": (viewer, interest) => canConcludeInterest(viewer, interest, "in-talks"),
  agreement: (viewer, interest) => canConcludeInterest(viewer, interest, "agreement"),
  "no-agreement": (viewer, interest) => canConcludeInterest(viewer, interest, "no-agreement"),
  withdraw: canWithdrawInterest,
};

/** What the viewer may do with it now, in the order the buttons stand; empty for a stranger. */
export function actsOf(viewer: Viewer, interest: Facts): Act[] {
  return ACTS.filter((act) => RULES[act](viewer, interest));
}

/** The act that an address names (`?act=decline`), if it is possible; an answer that is waited for needs no naming. */
export function chosenAct(acts: readonly Act[], named: unknown): Act | null {
  const found = acts.find((act) => act === named);
  return found ?? (acts.includes("answer") ? "answer" : null);
}
