import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { closeDatabase, type Database, query, type Transaction, transaction } from "@/db/client";
import { DatabaseUnavailable } from "@/db/errors";
import { mails } from "@/db/schema/mail";
import { queueJob } from "@/lib/core/mail/queue-job";

/** `npm run kill-test [-- kills]`: kills the built-in PostgreSQL under 16 writers; what was acknowledged must stay. */

type Server = {
  ownerUrl: string;
  webUrl: string;
  port: number;
  folder: string;
  onExit(listener: () => void): void;
  stop(options: { remove: boolean }): Promise<void>;
};
type Mode = "plain" | "transactions";

const KILLS = Number(process.argv[2] ?? 20);
const WRITERS = 16;
const STATEMENTS = 3;
const MAIL_EVERY = 20;
const PENDING_LIMIT_MS = 10_000;
const WRITE_AGAIN_LIMIT_MS = 5000;
const PATIENCE_MS = 20_000;

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-kill-"));
const launcher = new URL("./embedded-postgres.mjs", import.meta.url).href;
const { startPostgres } = (await import(launcher)) as {
  startPostgres(options: { dataDir: string; port?: number; throwaway: boolean }): Promise<Server>;
};

let uncaught = 0;
for (const kind of ["uncaughtException", "unhandledRejection"]) {
  process.on(kind, (error) => {
    uncaught += 1;
    console.error(kind, error);
  });
}

let isFinished = false;

async function bringUp(port?: number): Promise<Server> {
  const started = await startPostgres({ dataDir, port, throwaway: true });
  started.onExit(async () => {
    if (!isFinished) server = await bringUp(started.port);
  });
  return started;
}

let server = await bringUp();

function runScript(name: string): ChildProcess {
  const script = path.join(import.meta.dirname, name);
  return spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

let workerStarts = 0;
let worker: ChildProcess;

function keepWorkerRunning(): void {
  workerStarts += 1;
  worker = runScript("worker.ts");
  worker.once("exit", () => isFinished || setTimeout(keepWorkerRunning, 1000));
}

async function stopWorker(): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.kill("SIGTERM");
  await ended;
}

const acknowledged: Record<Mode, Set<string>> = { plain: new Set(), transactions: new Set() };
const acknowledgedMails = new Set<string>();
const running = new Map<string, number>();
const refused = { notWritten: 0, unknown: 0 };
/** When the server that acknowledged the latest write started: a server's orphans may answer after the kill. */
let generation = 0;
let overdue = 0;

async function insertRow(
  db: Database | Transaction,
  id: string,
  mode: Mode,
  step: number,
): Promise<number> {
  const [row] = await db.execute<{ generation: number }>(sql`
    insert into kill_test (id, mode, step) values (${id}, ${mode}, ${step})
    returning extract(epoch from pg_postmaster_start_time())::float8 as generation`);
  return row?.generation ?? 0;
}

function writeInTransaction(id: string, withMail: boolean): Promise<number> {
  return transaction(async (tx) => {
    for (let step = 1; step < STATEMENTS; step += 1) await insertRow(tx, id, "transactions", step);
    if (withMail) await queueTestMail(tx, id);
    return insertRow(tx, id, "transactions", STATEMENTS);
  });
}

async function queueTestMail(tx: Transaction, id: string): Promise<void> {
  const data = { code: "123456", name: "Kill Test" };
  await tx
    .insert(mails)
    .values({ id, address: "kill-test@example.org", kind: "signInCode", locale: "fr", data });
  await queueJob(tx, "send-mail", { mailId: id });
}

async function writeUntil(mode: Mode, isOver: () => boolean): Promise<void> {
  for (let count = 0; !isOver(); count += 1) {
    const id = randomUUID();
    const startedAt = performance.now();
    running.set(id, startedAt);
    const withMail = mode === "transactions" && count % MAIL_EVERY === 0;
    try {
      const writtenBy = await (mode === "plain"
        ? query((db) => insertRow(db, id, mode, 1))
        : writeInTransaction(id, withMail));
      generation = Math.max(generation, writtenBy);
      acknowledged[mode].add(id);
      if (withMail) acknowledgedMails.add(id);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      refused[error.outcome] += 1;
      await sleep(20);
    }
    if (performance.now() - startedAt > PENDING_LIMIT_MS) overdue += 1;
    running.delete(id);
  }
}

function killPostmaster(folder: string): void {
  const pid = Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

/** One round of writers and kills; gives the worst time to write again in milliseconds. */
async function killUnderLoad(mode: Mode): Promise<number> {
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, () => writeUntil(mode, () => isOver));
  let worst = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(300 + Math.random() * 700);
    const before = generation;
    const killedAt = performance.now();
    killPostmaster(server.folder);
    while (generation === before && performance.now() < killedAt + PATIENCE_MS) await sleep(5);
    worst = Math.max(worst, performance.now() - killedAt);
  }
  isOver = true;
  await Promise.race([Promise.all(writers), sleep(PENDING_LIMIT_MS)]);
  return worst;
}

async function countLost(owner: postgres.Sql, mode: Mode): Promise<number> {
  const steps = mode === "plain" ? 1 : STATEMENTS;
  const rows = await owner<{ id: string; steps: number }[]>`
    select id, count(*)::int as steps from kill_test where mode = ${mode} group by id`;
  const whole = new Set(rows.filter((row) => row.steps === steps).map((row) => row.id));
  const torn = rows.length - whole.size;
  return torn + [...acknowledged[mode]].filter((id) => !whole.has(id)).length;
}

/** Mails acknowledged and not sent once the worker has had its time. */
async function countUnsent(owner: postgres.Sql): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const rows = await owner<{ id: string }[]>`select id from mails where sent_at is not null`;
    const sent = new Set(rows.map((row) => row.id));
    const unsent = [...acknowledgedMails].filter((id) => !sent.has(id)).length;
    if (unsent === 0 || tries > 60) return unsent;
    await sleep(500);
  }
}

async function prepare(): Promise<void> {
  Object.assign(process.env, {
    DATABASE_URL: server.webUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(32).toString("hex"),
  });
  const code = await new Promise((resolve) => runScript("migrate.ts").once("exit", resolve));
  if (code !== 0) throw new Error("the migration failed");
  const owner = postgres(server.ownerUrl, { max: 1 });
  await owner.unsafe(
    "create table kill_test (id uuid, mode text, step int, primary key (id, step))",
  );
  await owner.unsafe(`grant select, insert on kill_test to "${new URL(server.webUrl).username}"`);
  await owner.end();
}

async function report(worst: Record<Mode, number>): Promise<boolean> {
  const owner = postgres(server.ownerUrl, { max: 1 });
  const lost = {
    plain: await countLost(owner, "plain"),
    transactions: await countLost(owner, "transactions"),
  };
  const unsent = await countUnsent(owner);
  await sleep(5000);
  const [row] =
    await owner`select count(*)::int as open from pg_stat_activity where application_name like 'club %'`;
  await owner.end();
  const pending = running.size + overdue;
  const open = row?.open ?? 0;
  for (const mode of ["plain", "transactions"] as const) {
    console.log(
      `${mode}: ${KILLS} kills, ${acknowledged[mode].size} acknowledged, ${lost[mode]} lost, ` +
        `writing again within ${(worst[mode] / 1000).toFixed(2)} s at worst`,
    );
  }
  console.log(
    `refused: ${refused.notWritten} surely not written, ${refused.unknown} with unknown outcome`,
  );
  console.log(
    `pending after 10 s: ${pending} · uncaught: ${uncaught} · connections left open: ${open}`,
  );
  console.log(
    `mails: ${acknowledgedMails.size} acknowledged, ${unsent} not sent · worker started ${workerStarts} times`,
  );
  const slowest = Math.max(worst.plain, worst.transactions);
  const bad = lost.plain + lost.transactions + unsent + pending + uncaught;
  console.log(
    `${2 * KILLS} kills of the database: ${bad} lost, pending or uncaught, writing again within ${(slowest / 1000).toFixed(2)} s`,
  );
  // The web pool of this process and that of the worker.
  return slowest < WRITE_AGAIN_LIMIT_MS && bad === 0 && open <= 20;
}

async function measure(): Promise<boolean> {
  await prepare();
  keepWorkerRunning();
  return report({
    plain: await killUnderLoad("plain"),
    transactions: await killUnderLoad("transactions"),
  });
}

const isGood = await measure().catch((error: unknown) => {
  console.error(error);
  return false;
});
isFinished = true;
await stopWorker();
await closeDatabase();
await server.stop({ remove: true });
rmSync(dataDir, { recursive: true, force: true });
process.exit(isGood ? 0 : 1);
