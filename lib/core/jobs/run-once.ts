import "server-only";
import { and, eq, isNull, like, lt, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { driverError, reasonOf } from "@/db/errors";
import { jobRuns } from "@/db/schema/jobs";
import { log } from "../log";
import { type Counts, CRASHED_AFTER_MINUTES, STOPPED_FOR_SHARE } from "./planned-task";

/** Somebody else runs this slot, or died while doing so: to be tried again later. */
export class StillRunning extends Error {
  constructor(task: string, slot: string) {
    super(`${task} of ${slot} is still running`);
    this.name = "StillRunning";
  }
}

/**
 * Runs a planned job once for its slot (a day or an hour, as `today` and `thisHour` give it), whatever the number of
 * instances, and notes when, how long, what it did and the kind of error. A run that failed is over: the next slot tries
 * anew, except a slot that was stopped for its share, which `alsoStopped` runs again. Gives whether it ran here and now.
 * Throws `StillRunning` while another run of the slot has no end; one that has had none for an hour is taken over.
 */
export async function runOnce(
  task: string,
  slot: string,
  run: () => Promise<Counts>,
  { alsoStopped = false } = {},
): Promise<boolean> {
  const mine = await take(task, slot, alsoStopped);
  if (!mine) return false;
  try {
    const counts = await run();
    await note(mine, { counts });
    log.info({ event: "job.ran", task, slot, ...counts });
  } catch (error) {
    const kind = errorKind(error);
    log.error({ event: "job.failed", task, slot, kind, reason: reasonOf(error) });
    await note(mine, { error: kind });
  }
  return true;
}

type Taken = { id: string; startedAt: Date };

async function take(task: string, slot: string, alsoStopped: boolean): Promise<Taken | null> {
  const crashed = sql`now() - make_interval(mins => ${CRASHED_AFTER_MINUTES})`;
  return query(async (db) => {
    const [mine] = await db
      .insert(jobRuns)
      .values({ task, slot })
      .onConflictDoUpdate({
        target: [jobRuns.task, jobRuns.slot],
        set: { startedAt: sql`now()`, finishedAt: null, error: null },
        setWhere: or(
          and(isNull(jobRuns.finishedAt), lt(jobRuns.startedAt, crashed)),
          alsoStopped ? like(jobRuns.error, `${STOPPED_FOR_SHARE} %`) : undefined,
        ),
      })
      .returning({ id: jobRuns.id, startedAt: jobRuns.startedAt });
    if (mine) return mine;
    const isThis = and(eq(jobRuns.task, task), eq(jobRuns.slot, slot));
    const [other] = await db.select({ finishedAt: jobRuns.finishedAt }).from(jobRuns).where(isThis);
    if (other?.finishedAt) return null;
    throw new StillRunning(task, slot);
  });
}

/** Leaves alone a run that has been taken over meanwhile. */
async function note({ id, startedAt }: Taken, end: { counts?: Counts; error?: string }) {
  // JavaScript's instants know milliseconds, the database's microseconds.
  const startedThen = sql`date_trunc('milliseconds', ${jobRuns.startedAt}) = ${startedAt.toISOString()}`;
  const isStillMine = and(eq(jobRuns.id, id), startedThen);
  await query((db) =>
    db
      .update(jobRuns)
      .set({ ...end, finishedAt: sql`now()` })
      .where(isStillMine),
  );
}

/** The kind of an error, without the words that may name a person: `PostgresError 23505`, `AppError notFound`. */
function errorKind(error: unknown): string {
  const cause = driverError(error);
  if (!(cause instanceof Error)) return "unknown";
  const { code } = cause as Error & { code?: unknown };
  return [cause.name, typeof code === "string" ? code : ""].filter(Boolean).join(" ");
}
