import type { MembershipStatus, ModerationState, ProgressState } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { addMonths, daysBetween } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { isFinalProgress } from "./policy";

type WithDeadline = { deadline: string | null };

/** What is noted when an owner was told of a deadline. */
export type DeadlineWarning = "deadline-30" | "deadline-7" | "deadline-1";

/** Nearest first. */
const WARNINGS: readonly { kind: DeadlineWarning; days: number }[] = [
  { kind: "deadline-1", days: 1 },
  { kind: "deadline-7", days: 7 },
  { kind: "deadline-30", days: 30 },
];

/** How many days before its deadline an owner is told for the first time. */
export const FIRST_WARNING_DAYS = 30;

/** Calendar days until the deadline: 0 on the day itself, negative after it, null without one. */
export function daysLeft({ deadline }: WithDeadline, day: string): number | null {
  return deadline === null ? null : daysBetween(day, deadline);
}

/** Whether the deadline lies behind a calendar day in Lyon; on the day itself replies are still welcome. */
export function isExpired({ deadline }: WithDeadline, day: string): boolean {
  return deadline !== null && deadline < day;
}

/** So many months ahead lies the deadline of a new project, unless its owner says another day. */
const FIRST_MONTHS = 6;

/** How many months ahead a deadline may lie: a project nobody looks after leaves the lists in the end. */
export const LONGEST_MONTHS = PROMISES.deadlineMonths;

/** The day that a new project is given on a calendar day in Lyon. */
export const firstDeadline = (day: string) => addMonths(day, FIRST_MONTHS);

/** The last day that may be chosen on a calendar day in Lyon. */
export function latestDeadline(day: string): string {
  return addMonths(day, LONGEST_MONTHS);
}

/** Why a deadline cannot be chosen on a calendar day in Lyon; null when it can, and without one. */
export function deadlineFault(
  { deadline }: WithDeadline,
  day: string,
): "dayPassed" | "deadlineTooFar" | null {
  if (deadline === null) return null;
  if (deadline < day) return "dayPassed";
  return deadline > latestDeadline(day) ? "deadlineTooFar" : null;
}

/**
 * Where one click prolongs a deadline to: `PROMISES.renewalMonths` after it, or after a day in Lyon that lies behind it; never past
 * the last day that may be chosen.
 */
export function prolongedDeadline(deadline: string, day: string): string {
  const wanted = addMonths(deadline > day ? deadline : day, PROMISES.renewalMonths);
  return deadlineFault({ deadline: wanted }, day) ? latestDeadline(day) : wanted;
}

/** The warnings of a deadline whose time has come on a day, nearest first; none once it has passed. */
export function dueWarnings(project: WithDeadline, day: string): DeadlineWarning[] {
  const left = daysLeft(project, day);
  if (left === null || left < 0) return [];
  return WARNINGS.filter(({ days }) => left <= days).map(({ kind }) => kind);
}

/** A deadline matters as long as the project is online and shown, its owner active and its end not reached. */
export function isDeadlineWatched(project: {
  moderation: ModerationState;
  hiddenAt: Date | null;
  progress: ProgressState;
  ownerStatus: MembershipStatus;
}): boolean {
  const { moderation, hiddenAt, progress, ownerStatus } = project;
  const isOnline = moderation === "published" && !hiddenAt;
  return isOnline && mayAct({ status: ownerStatus }) && !isFinalProgress(progress);
}
