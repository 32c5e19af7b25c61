import "server-only";
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { log } from "../log";
import { type PlannedTask, STOPPED_FOR_SHARE } from "./planned-task";

/** Fewer than these are never too many. */
const ALWAYS_SANE = 20;

/** What ends for good or is erased. */
const ENDS = 0.2;
/** What people are written to about. */
const TELLS = 0.5;

/**
 * The largest share of what there is that falls due in one morning; a job without one only clears what nobody misses.
 * Half the people written to at once is a wrong clock sooner than a busy club; of what ends for good, a fifth is.
 */
const SANE_SHARE: Readonly<Partial<Record<PlannedTask, number>>> = {
  // Of parties of events; what else has run out is missed by nobody.
  sweep: ENDS,
  "sweep-applications": ENDS,
  "lapse-interests": ENDS,
  "erase-accounts": ENDS,
  "close-lapsed": ENDS,
  "lapse-memberships": ENDS,
  "end-registrations": ENDS,
  "remind-of-dues": TELLS,
  "remind-of-activities": TELLS,
  "remind-of-profiles": TELLS,
  "remind-of-experiences": TELLS,
  "remind-of-interests": TELLS,
  "remind-of-events": TELLS,
  "warn-of-deadlines": TELLS,
  "expire-projects": TELLS,
  "ask-follow-ups": TELLS,
};

/** A clock that goes on has seen the job end well within these days. */
const CLOCK_DAYS = 7;

/** A job that would change more than a sane share on a clock nobody has seen go on; `code` tells how many of how many. Nothing was changed. */
export class AbsurdShare extends Error {
  readonly code: string;

  constructor(changing: number, all: number) {
    super(`would change ${changing} of ${all}: is the clock right?`);
    this.name = STOPPED_FOR_SHARE;
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

/** Whether a job ended well on a day shortly before `day` (`YYYY-MM-DD`): a clock that jumped finds no such run. */
export async function hasEndedLately(
  db: Database | Transaction,
  task: PlannedTask,
  day: string,
): Promise<boolean> {
  const slotDay: SQL = sql`left(${jobRuns.slot}, 10)`;
  const first = sql`to_char(${day}::date - ${CLOCK_DAYS}::int, 'YYYY-MM-DD')`;
  const isLate = sql`${slotDay} between ${first} and ${day}`;
  const endedWell = and(isNotNull(jobRuns.finishedAt), isNull(jobRuns.error));
  return (await db.$count(jobRuns, and(eq(jobRuns.task, task), endedWell, isLate))) > 0;
}

export type Due = {
  /** How many are due. */
  count: number;
  /** How many there are in all. */
  countAll: () => Promise<number>;
  /** As `hasEndedLately` says of the job and its day. */
  isClockSeen: () => Promise<boolean>;
};

/**
 * How many of what is due one run of a job may change, the oldest first: all within a sane share. Beyond it, what ends for
 * good keeps to the share and leaves the rest to the next run; what only tells tells all. Throws `AbsurdShare`, before
 * anything is changed, when more is due and the job has not ended well for a week: the clock may have jumped.
 */
export async function saneCount(task: PlannedTask, due: Due): Promise<number> {
  const share = SANE_SHARE[task];
  if (share === undefined || due.count <= ALWAYS_SANE || isLetThrough) return due.count;
  const all = await due.countAll();
  const most = Math.max(ALWAYS_SANE, Math.floor(share * all));
  if (due.count <= most) return due.count;
  if (!(await due.isClockSeen())) throw new AbsurdShare(due.count, all);
  if (share === TELLS) return due.count;
  log.warn({ event: "job.limited", task, due: due.count, now: most });
  return most;
}
