import type { ActivityStage } from "@/db/enums";
import { addMonths } from "@/lib/core/dates";

type Course = { stage: ActivityStage; until: number | null };

/** Whether it is over: left for good, or its last year has passed. `today` is a calendar day `YYYY-MM-DD`. */
export function isEnded({ stage, until }: Course, today: string): boolean {
  return stage === "exited" || (until !== null && until < yearOf(today));
}

/** The year of a calendar day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Whether it reads "to confirm": it goes on, and twelve months have passed since somebody said that it is right. */
export function isToConfirm(activity: Course & { confirmedOn: string }, today: string): boolean {
  return !isEnded(activity, today) && activity.confirmedOn <= addMonths(today, -12);
}
