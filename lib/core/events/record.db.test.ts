import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, type Transaction, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences, mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { statementsOf } from "@/db/statement-count";
import { ERASED_ADDRESS } from "../auth/erased-address";
import { record, type Telling } from "./record";

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const TOLD = {
  title: { text: { fr: "Acheter", zh: "采购" }, original: "fr" },
  words: "Oui",
} as const;

async function tell(telling: Omit<Telling, "kind" | "facts"> & Partial<Telling>) {
  const subjectId = randomUUID();
  const event = { name: "interest.declined", subjectType: "interest", subjectId } as const;
  const one = { kind: "interestDeclined", facts: TOLD, ...telling } as const;
  await transaction((tx) => record(tx, null, event, { tell: () => [one] }));
  expect(await eventsOn(subjectId)).toEqual(["interest.declined"]);
  const { accountId, kind, data, seenAt } = notices;
  const rows = await query((db) =>
    db
      .select({ accountId, kind, data, seenAt })
      .from(notices)
      .where(eq(notices.subjectId, subjectId)),
  );
  return rows;
}

test("a member hears of it in their language; the notice keeps no language and nothing of the letter alone", async () => {
  const { memberId, accountId } = await transaction((tx) => makeMember(tx));
  await query((db) => db.update(accounts).set({ locale: "zh" }).where(eq(accounts.id, accountId)));
  const letter = (locale: string) => ({ card: `secret ${locale}` });
  expect(await tell({ to: { memberId }, letter })).toEqual([
    { accountId, kind: "interestDeclined", data: TOLD, seenAt: null },
  ]);
  const [mail] = await mailsTo({ accountId });
  expect(mail).toMatchObject({ kind: "interestDeclined", locale: "zh" });
  expect(mail?.data).toMatchObject({ title: "采购", words: "Oui", card: "secret zh" });
});

test("a group that was switched off leaves the notice", async () => {
  const to = await transaction((tx) => makeAccount(tx));
  const off = { accountId: to.accountId, topic: "interests" };
  await query((db) => db.insert(mailPreferences).values(off));
  expect(await tell({ to })).toHaveLength(1);
  expect(await mailsTo(to)).toEqual([]);
});

test("what can wait for the digest is read in the list and mailed by none of its own", async () => {
  const to = await transaction((tx) => makeAccount(tx));
  expect(await tell({ to, kind: "interestWithdrawn" })).toHaveLength(1);
  expect(await mailsTo(to)).toEqual([]);
});

test("a suspended account hears only what is always told", async () => {
  const to = await transaction((tx) => makeAccount(tx, { status: "suspended" }));
  expect(await tell({ to })).toEqual([]);
  expect(await tell({ to, kind: "accountSuspended" })).toHaveLength(1);
  expect((await mailsTo(to)).map(({ kind }) => kind)).toEqual(["accountSuspended"]);
});

test("whoever was erased hears nothing, not even what is always told", async () => {
  const email = `${randomUUID()}${ERASED_ADDRESS}`;
  const to = await transaction((tx) => makeAccount(tx, { email, status: "left" }));
  expect(await tell({ to, kind: "accountSuspended" })).toEqual([]);
  expect(await mailsTo(to)).toEqual([]);
});

test("an address without an account gets a letter alone", async () => {
  const { accountId } = await transaction((tx) => makeAccount(tx));
  const [other, nobody] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
  expect(await tell({ to: { accountId, address: other } })).toEqual([]);
  expect(await tell({ to: { address: nobody, locale: "en", name: "" } })).toEqual([]);
  for (const address of [other, nobody]) {
    const sent = await query((db) => db.$count(mails, eq(mails.address, address)));
    expect(sent).toBe(1);
  }
});

test("of several who hear at once each is told as they would be alone", async () => {
  const make = <T>(one: (tx: Transaction) => Promise<T>) => transaction(one);
  const french = await make((tx) => makeMember(tx));
  const chinese = await make((tx) => makeAccount(tx, { locale: "zh" }));
  const silent = await make((tx) => makeAccount(tx));
  const muted = await make((tx) => makeAccount(tx));
  const left = await make((tx) => makeAccount(tx, { status: "suspended" }));
  const off = [
    { accountId: silent.accountId, topic: "interests" },
    { accountId: muted.accountId, topic: "interestDeclined" },
  ];
  await query((db) => db.insert(mailPreferences).values(off));
  const nobody = `${randomUUID()}@example.org`;
  const guest = { address: nobody, locale: "en", name: "" } as const;
  const readers = [{ memberId: french.memberId }, guest, left, muted, chinese, silent];
  const event = { name: "interest.declined", subjectType: "interest" } as const;
  const subjectId = randomUUID();
  const letter = (locale: string) => ({ card: `secret ${locale}` });
  const tellings = readers.map(
    (to) => ({ kind: "interestDeclined", facts: TOLD, letter, to }) as const,
  );
  await transaction((tx) => record(tx, null, { ...event, subjectId }, { tell: () => tellings }));
  const told = await query((db) =>
    db
      .select({
        accountId: notices.accountId,
        locale: mails.locale,
        title: sql`${mails.data} ->> 'title'`,
        card: sql`${mails.data} ->> 'card'`,
      })
      .from(notices)
      .leftJoin(mails, eq(mails.id, notices.mailId))
      .where(eq(notices.subjectId, subjectId)),
  );
  const unmailed = { locale: null, title: null, card: null };
  expect(told).toHaveLength(3);
  expect(told).toEqual(
    expect.arrayContaining([
      { accountId: french.accountId, locale: "fr", title: "Acheter", card: "secret fr" },
      { accountId: chinese.accountId, locale: "zh", title: "采购", card: "secret zh" },
      { accountId: silent.accountId, ...unmailed },
    ]),
  );
  const toGuest = await query((db) => db.select().from(mails).where(eq(mails.address, nobody)));
  expect(toGuest).toEqual([expect.objectContaining({ locale: "en", accountId: null })]);
});

test("a letter is queued for each who gets one, and more of them take no more statements", async () => {
  const tellTo = async (many: number) => {
    const people = await transaction(async (tx) => {
      const made: { accountId: string }[] = [];
      for (let one = 0; one < many; one += 1) made.push(await makeAccount(tx));
      return made;
    });
    const subjectId = randomUUID();
    const event = { name: "interest.declined", subjectType: "interest", subjectId } as const;
    const tellings = people.map((to) => ({ kind: "interestDeclined", facts: TOLD, to }) as const);
    const { statements } = await statementsOf(() =>
      transaction((tx) => record(tx, null, event, { tell: () => tellings })),
    );
    const [sent] = await owner<{ many: number }[]>`select count(*)::int as many
      from graphile_worker._private_jobs job join mails on mails.id::text = job.payload ->> 'mailId'
      where mails.account_id = any(${people.map((one) => one.accountId)})`;
    expect(sent).toEqual({ many });
    return statements;
  };
  expect(await tellTo(30)).toBe(await tellTo(2));
});
