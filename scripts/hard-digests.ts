import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { notices } from "@/db/schema/notices";
import { startWorkers } from "./hard/workers";
import { provideDatabase } from "./test-database.mjs";

/**
 * `scripts/hard-digests.ts [kills] [members]`: 300 members with 40 notices each, of which they have seen ten and ten are about what is
 * gone; two workers, of which the one at work is killed again and again while it sends the digests. Each member gets one,
 * with nothing twice, nothing seen and nothing gone.
 */

const KILLS = Number(process.argv[2] ?? 10);
const MEMBERS = Number(process.argv[3] ?? 300);
const EVENTS = 40;
const PATIENCE_MS = 300_000;

/** Where it is two in the afternoon: their digest is due, and today's has hours to go. */
const ZONE = `Etc/GMT${new Date().getUTCHours() - 14 < 0 ? "" : "+"}${new Date().getUTCHours() - 14}`;

type Fate = "new" | "seen" | "gone";
const fateOf = (index: number): Fate =>
  index % 4 === 0 ? "seen" : index % 4 === 1 ? "gone" : "new";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-digests-"));
const database = await provideDatabase();
const settings = {
  ...{ ...database.env, DATA_DIR: dataDir, SMTP_URL: undefined },
  ...{
    APP_ORIGIN: "http://localhost:3000",
    AUTH_SECRET: "a-secret-of-this-trial-and-of-nothing-else",
  },
};
Object.assign(process.env, database.env);
workAsOwner(60_000);

/** Forty projects of one owner, a quarter of them withdrawn, of which each member is told once. */
async function makeClub(): Promise<void> {
  const projects = await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const made: { id: string; slug: string }[] = [];
    for (let index = 0; index < EVENTS; index++) {
      const moderation = fateOf(index) === "gone" ? "withdrawn" : "published";
      const online = { moderation, publishedAt: new Date("2020-01-01") } as const;
      made.push(await makeProject(tx, owner.memberId, online));
    }
    return made;
  });
  for (let group = 0; group < MEMBERS / 50; group++) {
    await transaction(async (tx) => {
      for (let index = 0; index < 50; index++) {
        const daily = { digestRhythm: "daily", timeZone: ZONE } as const;
        const createdAt = new Date(Date.now() - 3 * 86_400_000);
        const { accountId } = await makeMember(tx, {}, { ...daily, createdAt });
        await tx.insert(notices).values(
          projects.map(({ id, slug }, at) => ({
            ...{ accountId, kind: "translationPublished", subjectType: "project" as const },
            subjectId: id,
            data: {
              ...{ kind: "project", language: "", fields: "", to: `/projects/${slug}` },
              title: `${fateOf(at)}-${at}-of-${accountId}`,
            },
            createdAt: new Date(Date.now() - 3_600_000),
            seenAt: fateOf(at) === "seen" ? new Date() : null,
          })),
        );
      }
    });
  }
}

const read = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  query((db) => db.execute<T>(statement)) as Promise<T[]>;

/** The most that the worker at work has held, in MB. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

let most = 0;

async function sendThem(): Promise<number> {
  const workers = startWorkers(settings);
  const start = performance.now();
  for (const _ of ["by one", "by the other"]) {
    await read(sql`select graphile_worker.add_job('queue-digests', '{}'::json)`);
  }
  const isDone = async () => {
    const [row] = await read<{ sent: number; left: number }>(sql`select
      (select count(*) from mails where kind = 'digest' and sent_at is not null)::int as sent,
      (select count(*) from graphile_worker.jobs where task_identifier in ('queue-digests', 'send-mail'))::int as left`);
    return row?.left === 0 && row.sent > 0;
  };
  let kills = 0;
  while (!(await isDone())) {
    if (performance.now() - start > PATIENCE_MS) throw new Error("the digests did not end");
    const active = workers.active();
    if (active) most = Math.max(most, memoryOf(active.child.pid));
    if (active && kills < KILLS) {
      await sleep(50 + Math.random() * 400);
      workers.killActive();
      kills += 1;
    } else await sleep(50);
  }
  workers.end();
  if (kills < KILLS) throw new Error(`the digests were sent before the ${kills + 1}th kill`);
  return (performance.now() - start) / 1000;
}

/** What is wrong with the letters that were sent, in words. */
async function judge(): Promise<string[]> {
  const faults: string[] = [];
  const letters = readdirSync(path.join(dataDir, "mail")).map((name) =>
    JSON.parse(readFileSync(path.join(dataDir, "mail", name), "utf8")),
  );
  const digests = letters.filter(({ kind }) => kind === "digest");
  const readers = new Set(digests.map(({ to }) => to));
  if (readers.size !== MEMBERS) faults.push(`${readers.size} members of ${MEMBERS} have a digest`);
  if (digests.length !== readers.size) faults.push(`${digests.length} digests for ${readers.size}`);
  for (const { text } of digests as { text: string }[]) {
    const told = [...text.matchAll(/(new|seen|gone)-\d+-of-(\S{36})/g)].map(([one]) => one);
    if (told.some((one) => !one.startsWith("new"))) faults.push("something seen or gone is told");
    if (new Set(told).size !== told.length) faults.push("something is told twice");
    if (told.length === 0) faults.push("nothing is told");
    if (new Set(told.map((one) => one.slice(-36))).size > 1) faults.push("somebody else's is told");
  }
  const [slots] = await read<{ rows: number; attempts: number }>(sql`select
    (select count(*) from digests)::int as rows,
    (select max(attempts) from mails where kind = 'digest') as attempts`);
  if (slots?.rows !== MEMBERS) faults.push(`${slots?.rows} slots for ${MEMBERS} members`);
  return [...new Set(faults)];
}

try {
  await makeClub();
  const seconds = await sendThem();
  const faults = await judge();
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
  process.stdout.write(
    `digests: ${MEMBERS} members with ${EVENTS} events each, ${KILLS} kills of the worker: ${faults.length} faults, ${seconds.toFixed(1)} s, ${most.toFixed(0)} MB\n`,
  );
} finally {
  await closeDatabase();
  await database.remove();
  rmSync(dataDir, { recursive: true, force: true });
}
