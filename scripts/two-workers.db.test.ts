import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlannedTask } from "@/lib/core/jobs/planned-task";
import { PLANNED } from "./planned-jobs";
import { provideDatabase } from "./test-database.mjs";

/** Two workers as `npm start` runs them, on a database of their own. */

const TASKS = Object.keys(PLANNED) as PlannedTask[];
const COPIES = 5;
const PATIENCE_MS = 40_000;

type Worker = { child: ChildProcess; isActive: boolean; said: string };

let database: Awaited<ReturnType<typeof provideDatabase>>;
let sql: postgres.Sql;
let workers: Worker[] = [];

function startWorker(smtp?: string): Worker {
  const script = path.join(import.meta.dirname, "worker.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    env: { ...process.env, ...database.env, SMTP_URL: smtp },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const worker = { child, isActive: false, said: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    worker.said += text;
    if (text.includes("worker.started")) worker.isActive = true;
  });
  return worker;
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not come about");
    await sleep(100);
  }
}

const isQueueEmpty = async () => (await sql`select from graphile_worker.jobs`).length === 0;

/** Every planned job several times, and as many mails. */
async function queueAll(): Promise<void> {
  for (const task of TASKS) {
    for (let copy = 0; copy < COPIES; copy += 1) {
      await sql`select graphile_worker.add_job(${task}, '{}'::json)`;
      await sql`
        with mail as (
          insert into mails (address, kind, locale, data)
          values ('zoe@example.org', 'roleChanged', 'fr', '{"role": "moderator"}') returning id
        )
        select club_queue_job('send-mail', json_build_object('mailId', id)) from mail`;
    }
  }
}

const readRuns = () => sql<{ task: PlannedTask; slot: string; error: string | null }[]>`
  select task, slot, error from job_runs order by task`;

beforeAll(async () => {
  database = await provideDatabase();
  sql = postgres(database.env.DATABASE_OWNER_URL, { max: 1, onnotice: () => {} });
}, PATIENCE_MS);

afterAll(async () => {
  for (const { child } of workers) child.kill("SIGKILL");
  await sql.end();
  await database.remove();
}, PATIENCE_MS);

test(
  "two workers: each job and each mail once, also when one of them is killed",
  async () => {
    const before = new Date();
    workers = [startWorker(), startWorker()];
    await queueAll();
    await until(isQueueEmpty);
    const active = workers.filter(({ isActive }) => isActive);
    expect(active).toHaveLength(1);
    const queued = queueAll();
    active[0]?.child.kill("SIGKILL");
    await queued;
    await until(isQueueEmpty);
    expect(workers.every(({ isActive }) => isActive)).toBe(true);

    const after = new Date();
    const runs = await readRuns();
    // Two slots when the hour or the day turns meanwhile.
    const slots = TASKS.flatMap((task) =>
      [...new Set([before, after].map(PLANNED[task].slot))].map((slot) => `${task} ${slot}`),
    );
    expect(runs.filter(({ error }) => error)).toEqual([]);
    expect(slots).toEqual(expect.arrayContaining(runs.map(({ task, slot }) => `${task} ${slot}`)));
    expect(new Set(runs.map(({ task }) => task))).toEqual(new Set(TASKS));
    const mails = await sql`select attempts, sent_at is not null as "isSent" from mails`;
    expect(mails).toHaveLength(2 * COPIES * TASKS.length);
    for (const mail of mails) expect(mail).toEqual({ attempts: 1, isSent: true });
  },
  2 * PATIENCE_MS,
);

test(
  "a mail that fails is one line of the log, a job that did what it should none",
  async () => {
    for (const { child } of workers) child.kill("SIGKILL");
    // Port 9 discards: nobody listens there.
    const worker = startWorker("smtp://127.0.0.1:9");
    workers = [worker];
    const [mail] = await sql<{ id: string }[]>`
      with mail as (
        insert into mails (address, kind, locale, data)
        values ('zoe@example.org', 'roleChanged', 'fr', '{"role": "moderator"}') returning id
      )
      select id, club_queue_job('send-mail', json_build_object('mailId', id)) from mail`;
    // By its key: whoever was killed may have held one of the same task, which stays locked for hours.
    const key = "done-without-a-line";
    await sql`select graphile_worker.add_job('tidy-lists', '{}'::json, job_key => ${key})`;
    const isTried = async () =>
      (await sql`select from graphile_worker.jobs where key = ${key}`).length === 0 &&
      (await sql`select from graphile_worker.jobs where last_error like ${`%${mail?.id}%`}`)
        .length === 1;
    await until(isTried);
    const lines = worker.said.split("\n");
    expect(lines.filter((line) => mail && line.includes(mail.id))).toEqual([
      expect.stringContaining("mail.failed"),
    ]);
    expect(lines.filter((line) => line.includes("Completed task"))).toEqual([]);
  },
  PATIENCE_MS,
);
