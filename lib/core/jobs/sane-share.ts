import "server-only";
import type { PlannedTask } from "./planned-task";

/** Fewer than these are never too many. */
const ALWAYS_SANE = 20;

/**
 * The largest share of what there is that one run may end, erase or write to people about; a job without one only clears
 * what nobody misses. Half the people written to in one morning is a wrong clock sooner than a busy club; of what ends
 * for good, a fifth is.
 */
const SANE_SHARE: Readonly<Partial<Record<PlannedTask, number>>> = {
  "sweep-applications": 0.2,
  "lapse-interests": 0.2,
  "erase-accounts": 0.2,
  "remind-of-activities": 0.5,
  "remind-of-interests": 0.5,
  "warn-of-deadlines": 0.5,
  "expire-projects": 0.5,
  "ask-follow-ups": 0.5,
};

/** A job that would change more than a sane share; `code` tells how many of how many. Nothing was changed. */
export class AbsurdShare extends Error {
  readonly code: string;

  constructor(changing: number, all: number) {
    super(`would change ${changing} of ${all}: is the clock right?`);
    this.name = "AbsurdShare";
    this.code = `${changing}/${all}`;
  }
}

let isLetThrough = false;

/** Runs a job whose share somebody has looked at. Only for a process of its own: it holds for all that runs meanwhile. */
export async function lettingThrough<T>(run: () => Promise<T>): Promise<T> {
  isLetThrough = true;
  try {
    return await run();
  } finally {
    isLetThrough = false;
  }
}

/** Stops a job, before it changes anything, that would change too many of what there is. Throws `AbsurdShare`. */
export async function requireSaneShare(
  task: PlannedTask,
  changing: number,
  countAll: () => Promise<number>,
): Promise<void> {
  const share = SANE_SHARE[task];
  if (share === undefined || changing <= ALWAYS_SANE || isLetThrough) return;
  const all = await countAll();
  if (changing > share * all) throw new AbsurdShare(changing, all);
}
