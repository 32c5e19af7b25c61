import { MINUTE_MS } from "../core/dates";
import { CRASHED_AFTER_MINUTES } from "../core/jobs/planned-task";

/** How far back failures are counted. */
export const FAILURE_DAYS = 30;

/** `partly` when something went wrong with some of what it did, `crashed` when it never came to its end. */
export type RunState = "running" | "crashed" | "failed" | "partly" | "done";

type RunFacts = {
  startedAt: Date;
  finishedAt: Date | null;
  error: string | null;
  counts: Record<string, number>;
};

/** How a run of a planned job stands at `now`; one that has had no end for an hour is no longer running. */
export function runState({ startedAt, finishedAt, error, counts }: RunFacts, now: Date): RunState {
  if (error) return "failed";
  if (!finishedAt)
    return +now - +startedAt > CRASHED_AFTER_MINUTES * MINUTE_MS ? "crashed" : "running";
  return counts.failed ? "partly" : "done";
}
