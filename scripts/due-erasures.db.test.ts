import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { beside, closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { eraseDueAccounts } from "@/lib/accounts/due-erasures.mutations";
import { withdrawErasure } from "@/lib/accounts/erasure-request.mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError } from "@/lib/core/errors";
import { QUEUED_TASKS } from "./queued-tasks";
import { provideDatabase } from "./test-database.mjs";

const settings = vi.hoisted(() => ({ demo: "1", lastAdministrator: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const { env } = await original<typeof import("@/lib/core/env")>();
  return { env: () => ({ ...env(), CLUB_DEMO: settings.demo, SMTP_URL: undefined }) };
});

// Other tests make administrators in the same database meanwhile: who is the last is said here.
vi.mock("@/lib/accounts/erasure", async (original) => {
  const actual = await original<typeof import("@/lib/accounts/erasure")>();
  const eraseForGood: typeof actual.eraseForGood = async (by, person, around) => {
    if (person.accountId === settings.lastAdministrator) throw new AppError("lastAdministrator");
    return actual.eraseForGood(by, person, around);
  };
  return { ...actual, eraseForGood };
});

beforeEach(() => {
  settings.demo = "1";
});

/** The job sees every account, so it has a database of its own. */
let database: Awaited<ReturnType<typeof provideDatabase>>;

beforeAll(async () => {
  database = await provideDatabase();
  Object.assign(process.env, database.env);
  // As the worker does.
  workAsOwner(20_000);
}, 120_000);

afterAll(async () => {
  await closeDatabase();
  await database.remove();
});

beforeEach(() =>
  query((db) =>
    db.update(accounts).set({ erasureDueAt: null }).where(isNotNull(accounts.erasureDueAt)),
  ),
);

/** A member whose erasure lies so many seconds ahead of now, or behind. */
async function make(seconds: number | null, values: Partial<typeof accounts.$inferInsert> = {}) {
  const email = `${randomUUID()}@example.org`;
  const names = { givenName: "Zoé", familyName: "Kanarie" };
  const viewer = await transaction((tx) => makeMember(tx, names, { email, ...values }));
  const erasureDueAt = sql`now() + make_interval(secs => ${seconds})`;
  const own = eq(accounts.id, viewer.accountId);
  if (seconds !== null) await query((db) => db.update(accounts).set({ erasureDueAt }).where(own));
  return { email, viewer };
}

const withdraw = (viewer: Viewer) => transaction((tx) => withdrawErasure(tx, viewer));

const read = async ({ accountId }: Viewer) => {
  const [row] = await query((db) =>
    db
      .select({ email: accounts.email, status: accounts.status, dueAt: accounts.erasureDueAt })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};

const lettersTo = (address: string) =>
  query((db) =>
    db
      .select({ id: mails.id, kind: mails.kind, data: mails.data, accountId: mails.accountId })
      .from(mails)
      .where(eq(mails.address, address)),
  );

test("erases those due and nobody else, and says goodbye without a name; of the letter nothing stays", async () => {
  const [due, early, never] = [await make(-1, { locale: "zh" }), await make(60), await make(null)];
  expect(await eraseDueAccounts(today())).toEqual({ left: 1, failed: 0 });
  expect(await read(due.viewer)).toMatchObject({ status: "left", dueAt: null });
  expect((await read(due.viewer))?.email).toContain("@erased.invalid");
  expect(await read(early.viewer)).toMatchObject({ email: early.email, status: "active" });
  expect(await read(never.viewer)).toMatchObject({ email: never.email, status: "active" });
  const [letter, ...others] = await lettersTo(due.email);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ kind: "accountErased", accountId: null, data: { name: "" } });
  await QUEUED_TASKS["send-mail"]({ mailId: letter?.id ?? "" });
  expect(await lettersTo(due.email)).toEqual([]);
  expect(await eraseDueAccounts(today())).toEqual({ left: 0, failed: 0 });
});

test("whoever withdraws while the job has begun, and before their turn, stays", async () => {
  const person = await make(-1);
  let job: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await withdrawErasure(tx, person.viewer);
    job = beside(() => eraseDueAccounts(today()));
    await sleep(300);
  });
  expect(await job).toEqual({ left: 0, failed: 0 });
  expect(await read(person.viewer)).toMatchObject({ email: person.email, status: "active" });
  expect(await lettersTo(person.email)).toEqual([]);
});

test("whoever withdraws as it runs is in time or gone, never half: ten times", async () => {
  for (let time = 0; time < 10; time++) {
    const person = await make(-1);
    const [job, kept] = await Promise.allSettled([
      eraseDueAccounts(today()),
      withdraw(person.viewer),
    ]);
    expect(job).toMatchObject({ status: "fulfilled", value: { failed: 0 } });
    const row = await read(person.viewer);
    const isGone = row?.email.endsWith("@erased.invalid");
    expect(kept.status).toBe(isGone ? "rejected" : "fulfilled");
    expect(row).toMatchObject({ status: isGone ? "left" : "active", dueAt: null });
    const letters = (await lettersTo(person.email)).map(({ kind }) => kind);
    expect(letters).toEqual(isGone ? ["accountErased"] : []);
  }
});

test("the last administrator's due erasure is counted as failed, every night", async () => {
  const person = await make(-1, { role: "administrator" });
  settings.lastAdministrator = person.viewer.accountId;
  expect(await eraseDueAccounts(today())).toEqual({ left: 0, failed: 1 });
  expect(await read(person.viewer)).toMatchObject({ email: person.email, status: "active" });
});

test("without SMTP no goodbye stays on disk with the address, outside the demo club", async () => {
  settings.demo = "";
  const person = await make(-1);
  expect(await eraseDueAccounts(today())).toEqual({ left: 1, failed: 0 });
  expect(await lettersTo(person.email)).toEqual([]);
});

test("two workers at once erase once and write once", async () => {
  const person = await make(-1);
  const runs = await Promise.all([eraseDueAccounts(today()), eraseDueAccounts(today())]);
  expect(runs.reduce((sum, { left = 0 }) => sum + left, 0)).toBe(1);
  expect(runs.map(({ failed }) => failed)).toEqual([0, 0]);
  expect(await lettersTo(person.email)).toHaveLength(1);
});
