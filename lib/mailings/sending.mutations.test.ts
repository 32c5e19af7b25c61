import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { makeMailing } from "@/db/mailing-factory";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { mails } from "@/db/schema/mail";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import {
  countLeftOut,
  countRecipients,
  countSelected,
  getMailing,
  listRecipients,
} from "./queries";
import { queueNextLetters } from "./run.mutations";
import { continueMailing, endAnnouncement, startMailing, stopMailing } from "./sending.mutations";

// As the worker does.
workAsOwner(60_000);

let administrator: Viewer;
/** Nobody else's members are in it. */
let category = "";
let run = 0;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

beforeEach(() => {
  category = `category-${++run}-${crypto.randomUUID()}`;
});

afterAll(closeDatabase);

type Values = Partial<typeof mailings.$inferInsert>;

const make = (values: Values = {}) =>
  transaction((tx) =>
    makeMailing(tx, administrator.accountId, { categories: [category], ...values }),
  );

const person = (account: Parameters<typeof makeMember>[2] = {}, member = {}) =>
  transaction((tx) => makeMember(tx, { category, ...member }, account));

const agree = ({ accountId }: Viewer) =>
  query((db) =>
    db.insert(consents).values({ accountId, purpose: "newsletter", textVersion: 1, locale: "fr" }),
  );

/** As if nothing else were being sent: mailings take turns. */
const stopOthers = (mailingId: string) =>
  query((db) =>
    db.execute(sql`update mailings set state = 'stopped'
      where state = 'sending' and id <> ${mailingId}`),
  );

const start = (mailingId: string, { version = 1, isAgain = false } = {}) =>
  transaction((tx) => startMailing(tx, administrator, { mailingId, version, isAgain }));

const refusal = (doing: Promise<unknown>) =>
  doing.then(
    () => null,
    ({ code, values }) => ({ code, values }),
  );

/** In how many seconds the worker looks at a mailing again. */
async function secondsUntilNext(mailingId: string): Promise<number> {
  const [row] = await query((db) =>
    db.execute<{ seconds: number }>(sql`select extract(epoch from run_at - now())::float8 as seconds
      from graphile_worker.jobs where key = ${`send-mailing-${mailingId}`}`),
  );
  return row?.seconds ?? Number.NaN;
}

const lettersOf = (mailingId: string) =>
  query((db) =>
    db
      .select({ accountId: mails.accountId, kind: mails.kind, locale: mails.locale })
      .from(mails)
      .where(sql`${mails.data} ->> 'mailing' = ${mailingId}`),
  );

describe("who gets it", () => {
  test("a notice goes to current members of the selection, to nobody else", async () => {
    const { accountId } = await person();
    const zh = await person({ locale: "zh" }, { cities: ["shanghai"], sectors: ["wine-spirits"] });
    for (const status of ["pending", "suspended", "lapsed", "left"] as const)
      await person({ status });
    const { id } = await make();
    expect(await countSelected(administrator, id)).toEqual({ fr: 1, en: 0, zh: 1 });
    const there = await make({ cities: ["shanghai", "guangzhou"], locales: ["zh"] });
    expect(await countSelected(administrator, there.id)).toEqual({ fr: 0, en: 0, zh: 1 });
    const trade = await make({ sectors: ["wine-spirits"] });
    expect(await countSelected(administrator, trade.id)).toEqual({ fr: 0, en: 0, zh: 1 });
    await start(id);
    const people = await listRecipients(administrator, id, { page: 1, state: null }, "fr");
    expect(people.map((one) => one.accountId).sort()).toEqual([accountId, zh.accountId].sort());
  });

  test("a newsletter goes to who agrees to it and whose letters do not come back", async () => {
    const [reader, withdrawn, resting] = [await person(), await person(), await person()];
    await person();
    for (const one of [reader, withdrawn, resting]) await agree(one);
    await query((db) =>
      db
        .update(consents)
        .set({ withdrawnAt: new Date() })
        .where(eq(consents.accountId, withdrawn.accountId)),
    );
    await query((db) =>
      db.execute(sql`update accounts set resting_address = email where id = ${resting.accountId}`),
    );
    await person({ status: "lapsed" });
    const { id } = await make({ kind: "newsletter" });
    expect(await countLeftOut(administrator, id)).toEqual({ unagreed: 2, resting: 1 });
    expect(await countLeftOut(reader, id)).toEqual({ unagreed: 0, resting: 0 });
    const notice = await make();
    expect(await countLeftOut(administrator, notice.id)).toEqual({ unagreed: 0, resting: 0 });
    await start(id);
    const people = await listRecipients(administrator, id, { page: 1, state: null }, "fr");
    expect(people.map((one) => one.accountId)).toEqual([reader.accountId]);
  });
});

describe("what is not started", () => {
  test("a text that lacks a language, told by its name", async () => {
    await person();
    const { id } = await make({ subject: { fr: "Bonjour" }, body: { fr: "Bonjour", zh: "您好" } });
    expect(await refusal(start(id))).toEqual({
      code: "mailingUntranslated",
      values: { languages: "English, 简体中文" },
    });
    const french = { subject: { fr: "Bonjour" }, body: { fr: "Bonjour" }, locales: ["fr"] };
    const { id: inFrench } = await make(french);
    await start(inFrench);
    const { id: shown } = await make({ ...french, shownUntil: addDays(today(), 5) });
    expect(await refusal(start(shown))).toMatchObject({ code: "mailingUntranslated" });
  });

  test("one to nobody, and an announcement without a day or whose day has passed", async () => {
    const { id } = await make();
    expect(await refusal(start(id))).toMatchObject({ code: "mailingToNobody" });
    const announcement = { kind: "announcement" } as const;
    const { id: endless } = await make(announcement);
    expect(await refusal(start(endless))).toMatchObject({ code: "mailingDayMissing" });
    const { id: late } = await make({ ...announcement, shownUntil: addDays(today(), -1) });
    expect(await refusal(start(late))).toMatchObject({ code: "dayPassed" });
  });

  test("the same to the same within a day, unless it is to go again", async () => {
    await person();
    const [{ id: first }, { id: second }] = [await make(), await make()];
    await start(first);
    expect(await refusal(start(second))).toMatchObject({ code: "mailingTwice" });
    await query((db) =>
      db
        .update(mailings)
        .set({ startedAt: sql`now() - interval '25 hours'` })
        .where(eq(mailings.id, first)),
    );
    await start(second);
    const { id: third } = await make();
    await start(third, { isAgain: true });
    const { id: other } = await make({ kind: "announcement", shownUntil: today() });
    await start(other);
  });
});

test("started by two it goes once", async () => {
  await person();
  const { id } = await make();
  const both = await Promise.allSettled([start(id), start(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await stopOthers(id);
  await Promise.all([1, 2].map(() => transaction((tx) => queueNextLetters(tx, id))));
  expect(await lettersOf(id)).toHaveLength(1);
});

test("sixty leave in a minute, and no more wait in the outbox", async () => {
  await transaction(async (tx) => {
    for (let index = 0; index < 70; index++) await makeMember(tx, { category });
  });
  const { id } = await make();
  await start(id);
  await stopOthers(id);
  const next = () => transaction((tx) => queueNextLetters(tx, id));
  expect(await next()).toBe(60);
  const [pace] = await query((db) =>
    db.execute(sql`select extract(epoch from max(j.run_at) - min(j.run_at))::int as seconds
      from mailing_recipients r join graphile_worker.jobs j on j.key = 'letter-' || r.mail_id
      where r.mailing_id = ${id}`),
  );
  expect(pace).toEqual({ seconds: 59 });
  expect(await next()).toBe(0);
  // Nothing left meanwhile: a minute later it is looked for again.
  expect(await secondsUntilNext(id)).toBeGreaterThan(30);
  await query((db) =>
    db.execute(sql`update mailing_recipients set state = 'sent'
      where mailing_id = ${id} and mail_id is not null`),
  );
  expect(await next()).toBe(10);
  expect(await secondsUntilNext(id)).toBeLessThan(30);
  expect(await lettersOf(id)).toHaveLength(70);
  expect(await getMailing(administrator, id)).toMatchObject({ state: "sending" });
  await query((db) =>
    db.update(mailingRecipients).set({ state: "sent" }).where(eq(mailingRecipients.mailingId, id)),
  );
  await next();
  expect(await getMailing(administrator, id)).toMatchObject({ state: "sent" });
  expect(await countRecipients(administrator, id)).toEqual({ sent: 70 });
});

test("a mailing stops once who started it is no administrator any more", async () => {
  await person();
  const starter = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  const { id } = await make();
  await start(id);
  await stopOthers(id);
  await query(async (db) => {
    await db.update(mailings).set({ startedBy: starter.accountId }).where(eq(mailings.id, id));
    await db.update(accounts).set({ role: "member" }).where(eq(accounts.id, starter.accountId));
  });
  expect(await transaction((tx) => queueNextLetters(tx, id))).toBe(0);
  expect(await getMailing(administrator, id)).toMatchObject({ state: "stopped" });
  expect(await lettersOf(id)).toEqual([]);
  // Whoever goes on with it answers for it.
  const { version = 0 } = (await getMailing(administrator, id)) ?? {};
  await transaction((tx) => continueMailing(tx, administrator, { mailingId: id, version }));
  expect(await transaction((tx) => queueNextLetters(tx, id))).toBeGreaterThan(0);
});

test("mailings take turns: one that was started later waits, and begins as soon as the one before is sent", async () => {
  await person();
  const [{ id: first }, { id: second }] = [
    await make(),
    await make({ kind: "notice", body: { fr: "b", en: "b", zh: "b" } }),
  ];
  await start(first);
  await stopOthers(first);
  await start(second);
  await query((db) =>
    db.execute(sql`update mailings set started_at = now() - interval '9 years'
    where id = ${first}`),
  );
  const next = (id: string) => transaction((tx) => queueNextLetters(tx, id));
  expect(await next(second)).toBe(0);
  expect(await secondsUntilNext(second)).toBeGreaterThan(30);
  expect(await next(first)).toBe(1);
  await query((db) =>
    db
      .update(mailingRecipients)
      .set({ state: "sent" })
      .where(eq(mailingRecipients.mailingId, first)),
  );
  await next(first);
  expect(await getMailing(administrator, first)).toMatchObject({ state: "sent" });
  expect(await secondsUntilNext(second)).toBeLessThan(5);
  expect(await next(second)).toBe(1);
});

test("a mailing is stopped and gone on with; of two who stop it the second is told", async () => {
  await person();
  const { id: mailingId } = await make();
  const asDraft = { mailingId, version: 1 };
  const unread = transaction((tx) => continueMailing(tx, administrator, asDraft));
  expect(await refusal(unread)).toMatchObject({ code: "conflict" });
  await start(mailingId);
  const stop = () => transaction((tx) => stopMailing(tx, administrator, { mailingId, version: 2 }));
  await stop();
  expect(await refusal(stop())).toMatchObject({ code: "conflict" });
  expect(await transaction((tx) => queueNextLetters(tx, mailingId))).toBe(0);
  await transaction((tx) => continueMailing(tx, administrator, { mailingId, version: 3 }));
  expect(await getMailing(administrator, mailingId)).toMatchObject({
    state: "sending",
    version: 4,
  });
});

test("an announcement is shown at once, mailed to nobody, and taken off", async () => {
  await person();
  const { id: mailingId } = await make({ kind: "announcement", shownUntil: today() });
  await start(mailingId);
  expect(await getMailing(administrator, mailingId)).toMatchObject({
    state: "sent",
    isShown: true,
  });
  expect(await countRecipients(administrator, mailingId)).toEqual({});
  await transaction((tx) => endAnnouncement(tx, administrator, { mailingId, version: 2 }));
  const draft = await make({ kind: "announcement", shownUntil: today() });
  const early = { mailingId: draft.id, version: 1 };
  const ended = transaction((tx) => endAnnouncement(tx, administrator, early));
  expect(await refusal(ended)).toMatchObject({ code: "conflict" });
  expect(await getMailing(administrator, mailingId)).toMatchObject({ isShown: false });
});
