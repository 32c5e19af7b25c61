import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences, mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { ERASED_ADDRESS } from "../auth/erased-address";
import { record, type Telling } from "./record";

afterAll(() => closeDatabase());

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
