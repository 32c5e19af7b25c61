import type { EventProgress, ModerationState } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { ErrorCode } from "@/lib/core/errors";
import { OPEN_ENTRY_STATES } from "@/lib/entries/policy";
import { endRefusal } from "./registrations.policy";

/** What is said for an organisation that is asked to hold an event: yes, no, or later that it no longer does. */
export const HOST_ANSWERS = ["agreed", "declined", "left"] as const;

export type HostAnswer = (typeof HOST_ANSWERS)[number];

/** How an organisation stands to an event, and whether the one who answers manages it. */
export type HostFacts = { isManager: boolean; standing: "none" | "asked" | "agreed" };

type EventFacts = {
  moderation: ModerationState;
  isHidden: boolean;
  progress: EventProgress;
  endsAt: Date | null;
};

const BEFORE: Record<HostAnswer, HostFacts["standing"]> = {
  agreed: "asked",
  declined: "asked",
  left: "agreed",
};

/**
 * Why an answer for an organisation does not count; null when it does. Its active managers give it, each once and the first of them
 * for all; a yes as long as the event goes on, a no at any time.
 */
export function hostRefusal(
  viewer: Viewer | null,
  event: EventFacts,
  { isManager, standing }: HostFacts,
  answer: HostAnswer,
  now: Date,
): ErrorCode | null {
  if (!mayAct(viewer) || !isManager) return "hostNotManaged";
  if (standing !== BEFORE[answer]) return "hostAnswered";
  if (answer !== "agreed") return null;
  const ended = endRefusal(event, now);
  if (ended) return ended;
  const isOpen = OPEN_ENTRY_STATES.includes(event.moderation);
  return isOpen && !event.isHidden ? null : "moveNotAllowed";
}

/** Whether `hostRefusal` has nothing against it; takes the same. */
export const canAnswerAsHost = (...asked: Parameters<typeof hostRefusal>): boolean =>
  hostRefusal(...asked) === null;
