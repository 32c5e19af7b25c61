import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import type postgres from "postgres";
import { closeDatabase, databaseUrl, query, workAsOwner } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { isConnectionLost } from "@/db/errors";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { WORKER_LOCK } from "@/lib/core/jobs/worker-lock";
import { log } from "@/lib/core/log";
import { NotSent } from "@/lib/core/mail/send-mail";
import { mailUnread } from "@/lib/rooms/unread.mutations";
import { queueDigests } from "./due-digests";
import { buildIndexes } from "./indexes";
import { noteMatches } from "./match-notes";
import { CRONTAB, plannedTasks, readClock } from "./planned-jobs";
import { QUEUED_TASKS } from "./queued-tasks";

/**
 * Runs the jobs. One worker a database: further ones stand by on an advisory lock. When the lock's connection is lost
 * the process ends with 1 and its supervisor starts it anew.
 */

const STAND_BY_MS = 1000;
const STOP_WITHIN_MS = 8000;
/** A job may go through every row of a table. */
const DEADLINE_MS = 60_000;

/** Too small and too often to be told of as planned jobs are; the next minute does what this one could not. */
const eachMinute: TaskList = {
  "note-matches": noteSuggestions,
  "tidy-lists": tidyLists,
  "mail-rooms": async () => void (await mailUnread()),
};
const EACH_MINUTE = Object.keys(eachMinute).map(
  (task) => `* * * * * ${task} ?max=1&jobKey=${task}`,
);

/** Made up for within the day, and told of by their letters: no planned job either. Some zones are a quarter of an hour off. */
const eachQuarter: TaskList = {
  "queue-digests": async () => void (await queueDigests(await readClock())),
};
const EACH_QUARTER = "*/15 * * * * queue-digests ?max=3&jobKey=queue-digests";

function endWith(reason: unknown): never {
  log.error({ event: "worker.ended", reason: reason instanceof Error ? reason.message : reason });
  process.exit(1);
}

// graphile-worker leaves a rejection behind when the server dies while it notes a job's end.
process.on("unhandledRejection", endWith);
process.on("uncaughtException", endWith);

let runner: Runner | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  await runner?.stop();
  await Promise.all([lock?.end({ timeout: 1 }), closeDatabase()]);
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);

/** To go through all suggestions takes reading all of them. */
const ALL_EACH_MS = 3_600_000;
const NOTING_S = 45;
let allNotedAt = Number.NEGATIVE_INFINITY;

/** What has changed each minute; all once an hour, and until that has come to an end. */
async function noteSuggestions(): Promise<void> {
  const began = performance.now();
  const lately = began - allNotedAt < ALL_EACH_MS;
  await noteMatches(NOTING_S, { lately });
  if (!lately && performance.now() - began < NOTING_S * 1000) allNotedAt = began;
}

let renewedOn = "";

/** What writers only add to the lines of lists is put together, and what ends with a day or a year is looked at anew. */
async function tidyLists(): Promise<void> {
  await query((db) => db.execute(sql`select search.tidy()`));
  const day = today();
  if (day !== renewedOn) await query((db) => db.execute(sql`select search.renew()`));
  renewedOn = day;
}

const ownerUrl = new URL(process.env.DATABASE_OWNER_URL || databaseUrl());
ownerUrl.searchParams.set("application_name", "club-worker");

let lock: postgres.Sql | undefined;

function openLock(): postgres.Sql {
  return connect(ownerUrl.href, {
    connect_timeout: 10,
    onclose: () => {
      if (lock && !isStopping) endWith("the connection of the worker's lock was lost");
    },
  });
}

/** Waits for the database, and for its worker to be gone. */
async function becomeTheWorker(): Promise<postgres.Sql> {
  for (;;) {
    const sql = openLock();
    try {
      const tryLock = () =>
        sql`select pg_try_advisory_lock(hashtextextended(${WORKER_LOCK}, 0)) as mine`;
      while (!(await tryLock())[0]?.mine) await sleep(STAND_BY_MS);
      return sql;
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      await sql.end({ timeout: 0 });
      await sleep(STAND_BY_MS);
    }
  }
}

/** Only for the one worker: what a dead one still holds is free (graphile-worker itself would wait four hours). */
async function freeJobs(sql: postgres.Sql): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(
      array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`;
}

try {
  env();
  workAsOwner(DEADLINE_MS);
  lock = await becomeTheWorker();
  await freeJobs(lock);
  runner = await run({
    connectionString: ownerUrl.href,
    taskList: {
      ...plannedTasks,
      ...eachMinute,
      ...eachQuarter,
      ...(QUEUED_TASKS as TaskList),
      "build-indexes": () => buildIndexes(ownerUrl.href),
    },
    crontab: [CRONTAB, ...EACH_MINUTE, EACH_QUARTER].join("\n"),
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => {
      // What a job did it tells itself, once.
      if (level === "debug" || meta?.success || meta?.error instanceof NotSent) return;
      log[level === "warning" ? "warn" : level]({ event: "worker.log", message });
    }),
  });
  await runner.addJob("build-indexes", {}, { jobKey: "build-indexes" });
  log.info({ event: "worker.started" });
  await runner.promise;
  if (!isStopping) endWith("the runner stopped");
} catch (error) {
  if (!isStopping) endWith(error);
}
