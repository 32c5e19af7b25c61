import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import { listJobRuns, listLastRuns, RUNS_PER_PAGE, readWaiting } from "./queries";
import type { RunFilters } from "./schema";

type Viewer = Awaited<ReturnType<typeof makeAccount>>;

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });
const TASK = `task-${randomUUID()}`;
const REASON = `ESOCKET ${randomUUID()}`;

let administrator: Viewer;
let moderator: Viewer;

beforeAll(async () => {
  [administrator, moderator] = await transaction(async (tx) => [
    await makeAccount(tx, { role: "administrator" }),
    await makeAccount(tx, { role: "moderator" }),
  ]);
  const ended = (slot: string, hours: number, more: object = {}) => ({
    task: TASK,
    slot,
    startedAt: sql`now() - make_interval(hours => ${hours})`,
    finishedAt: sql`now() - make_interval(hours => ${hours}) + interval '2 seconds'`,
    ...more,
  });
  const never = { finishedAt: null };
  await drizzle(owner, { casing: "snake_case" })
    .insert(jobRuns)
    .values([
      ended("1", 31 * 24, { error: "AppError conflict" }),
      ended("2", 50, { counts: { warned: 1, failed: 2 } }),
      ended("3", 26, { error: "PostgresError 23505" }),
      ended("4", 25, never),
      ended("5", 2, { counts: { warned: 3, failed: 0 } }),
      ended("6", 0, never),
    ]);
  const { accountId } = administrator;
  const mail = { accountId, address: "a@example.org", kind: "roleChanged", locale: "fr" } as const;
  await query((db) =>
    db.insert(mails).values([
      { ...mail, attempts: 2, lastError: REASON },
      { ...mail, attempts: 1, lastError: REASON },
      { ...mail, attempts: 3, lastError: REASON, sentAt: sql`now()` },
      { ...mail, lastError: REASON },
    ]),
  );
  await owner`select graphile_worker.add_job(${TASK}, '{}'::json)`;
  await owner`select graphile_worker.add_job(${TASK}, '{}'::json, run_at => now() + interval '1 day')`;
  for (const attempts of [1, 25]) {
    const [job] = await owner`select id from graphile_worker.add_job(${TASK}, '{}'::json)`;
    await owner`
      update graphile_worker._private_jobs set attempts = ${attempts}, last_error = 'it broke'
      where id = ${job?.id}`;
  }
});

afterAll(async () => {
  await owner`
    delete from graphile_worker._private_jobs
    where task_id = (select id from graphile_worker._private_tasks where identifier = ${TASK})`;
  await Promise.all([owner.end(), closeDatabase()]);
});

const slots = async (filters: { failed?: "" | "yes"; page?: number }) => {
  const asked = { task: TASK, failed: "" as const, page: 1, ...filters };
  const { runs, total, page } = await listJobRuns(administrator, asked as RunFilters);
  return { slots: runs.map(({ slot }) => slot).join(" "), total, page };
};

describe("the runs of a job", () => {
  test("stand newest first, in pages", async () => {
    expect(await slots({})).toEqual({ slots: "6 5 4 3 2 1", total: 6, page: 1 });
    expect(await slots({ page: 2 })).toEqual({ slots: "6 5 4 3 2 1", total: 6, page: 1 });
    expect(RUNS_PER_PAGE).toBe(24);
  });

  test("are narrowed to what failed, in part, or never ended", async () => {
    expect(await slots({ failed: "yes" })).toEqual({ slots: "4 3 2 1", total: 4, page: 1 });
  });

  test("give the last one, and the failures of 30 days", async () => {
    const rows = await listLastRuns(administrator);
    const mine = rows.filter(({ last }) => last.task === TASK);
    expect(mine).toMatchObject([{ last: { slot: "6", finishedAt: null }, failures: 3 }]);
  });
});

test("what waits: the queue by job, and the mails not sent, by the mail server's answer", async () => {
  const { queue, failedMails } = await readWaiting(administrator);
  expect(queue.find(({ task }) => task === TASK)).toEqual({
    task: TASK,
    due: 1,
    later: 1,
    failing: 1,
    givenUp: 1,
    since: expect.any(Date),
  });
  expect(failedMails.find(({ reason }) => reason === REASON)).toEqual({
    reason: REASON,
    count: 2,
    since: expect.any(Date),
  });
});

test("nobody but administrators reads any of it", async () => {
  const suspended = { ...administrator, status: "suspended" } as const;
  for (const viewer of [moderator, suspended]) {
    expect(await listLastRuns(viewer)).toEqual([]);
    expect(await listJobRuns(viewer, { task: "", failed: "", page: 1 })).toEqual({
      runs: [],
      total: 0,
      page: 1,
    });
    expect(await readWaiting(viewer)).toEqual({ queue: [], failedMails: [] });
  }
});
