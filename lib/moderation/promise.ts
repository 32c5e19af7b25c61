import { today, wallClock, ZONE } from "@/lib/core/dates";
import { PROMISES } from "@/lib/core/i18n/promises";
import { addWorkingDays, workingDaysBetween } from "@/lib/core/working-days";
import type { QueueItem } from "./queue-item";

/** Within how many of Lyon's working days the club team answers each kind of thing in its queue. */
const PROMISED: Record<QueueItem["kind"], number> = {
  application: PROMISES.answerDays,
  account: PROMISES.reviewDays,
  claim: PROMISES.reviewDays,
  project: PROMISES.reviewDays,
  experience: PROMISES.reviewDays,
  cooperation: PROMISES.reviewDays,
  heritage: PROMISES.reviewDays,
  page: PROMISES.reviewDays,
  ask: PROMISES.reviewDays,
  event: PROMISES.reviewDays,
  revision: PROMISES.reviewDays,
  report: PROMISES.reviewDays,
};

/** Every kind of thing that can wait for the club team, in the order it is told of. */
export const QUEUE_KINDS = Object.keys(PROMISED) as QueueItem["kind"][];

/** So many working days past its promise the club team hears at once that something is late. */
const LATE_BY = PROMISES.lateDays;

type Waiting = Pick<QueueItem, "kind" | "submittedAt">;

/** How many of Lyon's working days something has waited, and how many were promised. */
export function promiseOf({ kind, submittedAt }: Waiting, now: Date) {
  return { waited: workingDaysBetween(today(submittedAt), today(now)), promised: PROMISED[kind] };
}

/** The last day in Lyon, `YYYY-MM-DD`, on which something is answered as it was promised. */
export function dueOn({ kind, submittedAt }: Waiting): string {
  return addWorkingDays(today(submittedAt), PROMISED[kind]);
}

/** Whether something has waited longer than was promised: since the last promised day in Lyon is over. */
export function isLate(item: Waiting, now = new Date()): boolean {
  return today(now) > dueOn(item);
}

/** Whether something was two working days past its promise at an instant: from the hour in Lyon at which it came. */
export function isLongLate({ kind, submittedAt }: Waiting, at: Date): boolean {
  const [day = "", time = ""] = wallClock(ZONE.lyon, submittedAt).split(" ");
  return wallClock(ZONE.lyon, at) >= `${addWorkingDays(day, PROMISED[kind] + LATE_BY)} ${time}`;
}
