import "server-only";
import { and, count, desc, eq, gt, isNotNull, isNull, lt, min, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import type { Viewer } from "../core/auth/viewer-type";
import { CRASHED_AFTER_MINUTES } from "../core/jobs/planned-task";
import { canReadJobs } from "./policy";
import { FAILURE_DAYS } from "./run-state";
import type { RunFilters } from "./schema";

export const RUNS_PER_PAGE = 24;

const runColumns = {
  id: jobRuns.id,
  task: jobRuns.task,
  slot: jobRuns.slot,
  startedAt: jobRuns.startedAt,
  finishedAt: jobRuns.finishedAt,
  counts: jobRuns.counts,
  error: jobRuns.error,
};

export type JobRun = typeof jobRuns.$inferSelect;

/** What failed, failed in part, or has had no end for an hour. */
const isTroubled = or(
  isNotNull(jobRuns.error),
  gt(sql`(${jobRuns.counts} ->> 'failed')::int`, 0),
  and(
    isNull(jobRuns.finishedAt),
    lt(jobRuns.startedAt, sql`now() - make_interval(mins => ${CRASHED_AFTER_MINUTES}::int)`),
  ),
);

/** The last run of each planned job and how often it went wrong lately. Empty for anybody but administrators. */
export async function listLastRuns(viewer: Viewer): Promise<{ last: JobRun; failures: number }[]> {
  if (!canReadJobs(viewer)) return [];
  const since = sql`now() - make_interval(days => ${FAILURE_DAYS})`;
  return query(async (db) => {
    const last = await db
      .selectDistinctOn([jobRuns.task], runColumns)
      .from(jobRuns)
      .orderBy(jobRuns.task, desc(jobRuns.startedAt));
    const troubled = await db
      .select({ task: jobRuns.task, failures: count() })
      .from(jobRuns)
      .where(and(isTroubled, gt(jobRuns.startedAt, since)))
      .groupBy(jobRuns.task);
    const failures = new Map(troubled.map((row) => [row.task, row.failures]));
    return last.map((run) => ({ last: run, failures: failures.get(run.task) ?? 0 }));
  });
}

/** One page of the runs, newest first, the last one for any past it, with the number of all that match. Empty for anybody but administrators. */
export async function listJobRuns(
  viewer: Viewer,
  { task, failed, page: wanted }: RunFilters,
): Promise<{ runs: JobRun[]; total: number; page: number }> {
  if (!canReadJobs(viewer)) return { runs: [], total: 0, page: 1 };
  const isAsked = and(task ? eq(jobRuns.task, task) : undefined, failed ? isTroubled : undefined);
  const total = await query((db) => db.$count(jobRuns, isAsked));
  const page = Math.min(wanted, Math.max(1, Math.ceil(total / RUNS_PER_PAGE)));
  const runs = await query((db) =>
    db
      .select(runColumns)
      .from(jobRuns)
      .where(isAsked)
      .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
      .limit(RUNS_PER_PAGE)
      .offset((page - 1) * RUNS_PER_PAGE),
  );
  return { runs, total, page };
}

/** Jobs of one kind: due now, due later, failed and to be tried again, failed for good. */
export type QueueRow = {
  task: string;
  due: number;
  later: number;
  failing: number;
  givenUp: number;
  since: Date | null;
};

export type FailedMails = { reason: string; count: number; since: Date | null };

/**
 * What waits: the queue by kind of job, and the mails that the mail server has not taken yet, by its answer; nobody's
 * name or address. Empty for anybody but administrators.
 */
export async function readWaiting(
  viewer: Viewer,
): Promise<{ queue: QueueRow[]; failedMails: FailedMails[] }> {
  if (!canReadJobs(viewer)) return { queue: [], failedMails: [] };
  const queue = await query((db) =>
    db.execute<Omit<QueueRow, "since"> & { since: string | null }>(
      sql`select task, due, later, failing, "givenUp", since from club_queue_state()`,
    ),
  );
  const failedMails = await query((db) =>
    db
      .select({
        reason: sql<string>`coalesce(${mails.lastError}, '')`,
        count: count(),
        since: min(mails.createdAt),
      })
      .from(mails)
      .where(and(gt(mails.attempts, 0), isNull(mails.sentAt)))
      .groupBy(sql`1`)
      .orderBy(desc(count()), sql`1`),
  );
  const withDates = [...queue].map((row) => ({
    ...row,
    since: row.since ? new Date(row.since) : null,
  }));
  return { queue: withDates, failedMails };
}
