import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeMailing } from "@/db/mailing-factory";
import { startMailing } from "@/lib/mailings/sending.mutations";
import { startWorkers } from "./hard/workers";
import { provideDatabase } from "./test-database.mjs";

/**
 * `scripts/hard-mailings.ts [kills] [members]`: a mailing to 300 members and a real mail server; two workers, of which the one at
 * work is killed again and again while it sends. Each member gets one letter; what the server had taken as a worker died comes
 * again under the same Message-ID, and is counted.
 */

const KILLS = Number(process.argv[2] ?? 5);
const MEMBERS = Number(process.argv[3] ?? 300);
const PATIENCE_MS = 300_000;
/** Letters that a worker sends at once. */
const AT_ONCE = 4;

/** What the mail server has taken: address and Message-ID. */
const taken: { to: string; messageId: string }[] = [];
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    text(stream).then((mail) => {
      const messageId = /^Message-ID:\s*(\S+)/im.exec(mail)?.[1] ?? "none";
      for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId });
      done();
    }, done);
  },
});
// A worker that is killed leaves its letter in the middle.
server.on("error", () => {});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;

const dataDir = mkdtempSync(path.join(os.tmpdir(), "club-mailings-"));
const database = await provideDatabase();
const settings = {
  ...{ ...database.env, DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${port}` },
  ...{
    APP_ORIGIN: "http://localhost:3000",
    AUTH_SECRET: "a-secret-of-this-trial-and-of-nothing-else",
    MAIL_FROM: "Club <club@example.org>",
  },
};
Object.assign(process.env, database.env);
workAsOwner(60_000);

async function makeClub(): Promise<string> {
  return transaction(async (tx) => {
    const administrator = await makeAccount(tx, { role: "administrator" });
    for (let index = 0; index < MEMBERS; index++) await makeMember(tx);
    const { id } = await makeMailing(tx, administrator.accountId);
    await startMailing(tx, administrator, { mailingId: id, version: 1, isAgain: false });
    return id;
  });
}

const read = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  query((db) => db.execute<T>(statement)) as Promise<T[]>;

/** Five minutes and a half of sending in a few seconds: what waits for its second has it now. */
const hasten = () =>
  read(sql`update graphile_worker._private_jobs set run_at = now()
    where run_at > now() and locked_at is null and attempts = 0`);

async function isSent(mailingId: string): Promise<boolean> {
  const [row] = await read<{ state: string }>(
    sql`select state from mailings where id = ${mailingId}`,
  );
  return row?.state === "sent";
}

async function sendIt(mailingId: string): Promise<number> {
  const workers = startWorkers(settings);
  const start = performance.now();
  let kills = 0;
  while (!(await isSent(mailingId))) {
    if (performance.now() - start > PATIENCE_MS) throw new Error("the mailing did not end");
    await hasten();
    const isDue = taken.length > (kills * MEMBERS) / (KILLS + 1);
    if (workers.active() && kills < KILLS && isDue) {
      workers.killActive();
      kills += 1;
    }
    await sleep(20);
  }
  workers.end();
  if (kills < KILLS) throw new Error(`the mailing was sent before the ${kills + 1}th kill`);
  return (performance.now() - start) / 1000;
}

/** What is wrong with what the mail server has taken and what is noted, in words. */
async function judge(mailingId: string): Promise<string[]> {
  const faults: string[] = [];
  const letters = new Set(taken.map(({ to, messageId }) => `${to} ${messageId}`));
  const readers = new Set(taken.map(({ to }) => to));
  if (readers.size !== MEMBERS) faults.push(`${readers.size} members of ${MEMBERS} have a letter`);
  if (letters.size !== readers.size) faults.push(`${letters.size} letters for ${readers.size}`);
  const again = taken.length - letters.size;
  if (again > KILLS * AT_ONCE) faults.push(`${again} letters were handed over twice`);
  const states = await read<{
    state: string;
    count: number;
  }>(sql`select state, count(*)::int as count
    from mailing_recipients where mailing_id = ${mailingId} group by state`);
  for (const { state, count } of states)
    if (state !== "sent") faults.push(`${count} are noted as ${state}`);
  const [outbox] = await read<{ count: number }>(
    sql`select count(*)::int as count from mails where kind = 'clubNotice'`,
  );
  if (outbox?.count !== MEMBERS) faults.push(`${outbox?.count} letters in the outbox`);
  return faults;
}

try {
  const mailingId = await makeClub();
  const seconds = await sendIt(mailingId);
  const faults = await judge(mailingId);
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
  const again = taken.length - MEMBERS;
  process.stdout.write(
    `mailings: ${MEMBERS} members, ${KILLS} kills of the worker: ${faults.length} faults, ${again} taken again under the same Message-ID, ${seconds.toFixed(1)} s\n`,
  );
} finally {
  await closeDatabase();
  await database.remove();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(dataDir, { recursive: true, force: true });
}
