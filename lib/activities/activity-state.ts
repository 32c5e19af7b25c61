import type { ActivityStage } from "@/db/enums";

type Course = { stage: ActivityStage; until: number | null };

/** Whether it is over: left for good, or its last year has passed. `today` is a calendar day `YYYY-MM-DD`. */
export function isEnded({ stage, until }: Course, today: string): boolean {
  return stage === "exited" || (until !== null && until < yearOf(today));
}

/** The year of a calendar day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The same day twelve months earlier; the last of February where there is no 29th. */
export function twelveMonthsBefore(day: string): string {
  const year = String(yearOf(day) - 1).padStart(4, "0");
  const rest = day.slice(4);
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29;
  return rest === "-02-29" && !isLeap ? `${year}-02-28` : `${year}${rest}`;
}

/** Whether it reads "to confirm": it goes on, and twelve months have passed since somebody said that it is right. */
export function isToConfirm(activity: Course & { confirmedOn: string }, today: string): boolean {
  return !isEnded(activity, today) && activity.confirmedOn <= twelveMonthsBefore(today);
}
