import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { reinstateAccount } from "@/lib/accounts/mutations";
import { today } from "@/lib/core/dates";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { lapseUnpaid, remindOfDues } from "./clock.mutations";
import { callForDues } from "./mutations";
import { cancelDues, recordPayment } from "./payments.mutations";

// The clock is the worker's.
workAsOwner(20_000);

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

/** Long ago, where the clock meets nobody else's dues. */
const UNTIL = "2001-12-31";
let member: Member;

beforeEach(async () => {
  member = await transaction((tx) => makeMember(tx, {}, { paidUntil: UNTIL }));
});

/** Two workers on one day. */
const twice = (day: string) =>
  Promise.all([remindOfDues(day), remindOfDues(day), lapseUnpaid(day), lapseUnpaid(day)]);

const kindsTo = async (one: Member) => (await mailsTo(one)).map(({ kind }) => kind);

const stateOf = async ({ accountId }: Member) => {
  const [row] = await query((db) =>
    db
      .select({ status: accounts.status, lapsedOn: accounts.lapsedOn })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};

const put = (values: { status: "suspended" }) =>
  query((db) => db.update(accounts).set(values).where(eq(accounts.id, member.accountId)));

/** An administrator reinstates the member by hand. */
const letIn = () =>
  transaction(async (tx) => {
    const administrator = await makeMember(tx, {}, { role: "administrator" });
    const { accountId } = member;
    const [row] = await tx
      .select({ version: accounts.version })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    await reinstateAccount(tx, administrator, { accountId, version: row?.version ?? 0, words: "" });
  });

test("reminders 30 and 7 days before, at the end and in grace, then it lapses: each once, by two workers", async () => {
  const told: string[] = [];
  for (const [day, kind] of [
    ["2001-11-30", null],
    ["2001-12-01", "duesEndSoon"],
    ["2001-12-02", null],
    ["2001-12-24", "duesEndSoon"],
    ["2001-12-31", null],
    ["2002-01-01", "duesOver"],
    ["2002-01-30", null],
    ["2002-01-31", "duesOver"],
    ["2002-03-01", null],
  ] as const) {
    await twice(day);
    if (kind) told.push(kind);
    expect(await kindsTo(member), day).toEqual(told);
  }
  expect((await stateOf(member))?.status).toBe("active");
  await twice("2002-03-02");
  expect(await stateOf(member)).toEqual({ status: "lapsed", lapsedOn: "2002-03-02" });
  await twice("2002-03-03");
  expect(await kindsTo(member)).toEqual([...told, "membershipLapsed"]);
  const events = (await eventsOn(member.accountId)).filter((name) => /lapsed|unpaid/.test(name));
  expect(events).toEqual(["account.lapsed", "dues.unpaid"]);
});

test("a clock that stood still tells the last step alone, and lapses nobody before two weeks are over", async () => {
  await twice("2002-06-01");
  expect(await mailsTo(member)).toEqual([
    expect.objectContaining({
      kind: "duesOver",
      data: expect.objectContaining({ last: "14\u00a0juin 2002" }),
    }),
  ]);
  await twice("2002-06-14");
  expect((await stateOf(member))?.status).toBe("active");
  await twice("2002-06-15");
  expect((await stateOf(member))?.status).toBe("lapsed");
  expect(await kindsTo(member)).toEqual(["duesOver", "membershipLapsed"]);
});

test("whoever pays is left alone, and back when it comes too late", async () => {
  const administrator = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  await twice("2002-01-31");
  await twice("2002-03-02");
  expect((await stateOf(member))?.status).toBe("lapsed");
  const { accountId } = member;
  const year = Number(today().slice(0, 4));
  const asked = { accountId, covers: [accountId], year, amount: 100, address: "" };
  const { id } = await transaction((tx) => callForDues(tx, administrator, asked));
  const paid = { documentId: id, paidOn: today(), way: "cash", reference: "" } as const;
  await transaction((tx) => recordPayment(tx, administrator, paid));
  expect(await stateOf(member)).toEqual({ status: "active", lapsedOn: null });
  await twice("2002-03-03");
  expect((await stateOf(member))?.status).toBe("active");
});

test("who lapsed by the clock and is let in by hand gets a last letter and its two weeks again", async () => {
  await twice("2002-06-01");
  await twice("2002-06-15");
  await letIn();
  for (const day of ["2002-06-16", "2002-06-17", "2002-06-29"]) await twice(day);
  expect((await stateOf(member))?.status).toBe("active");
  const first = ["duesOver", "membershipLapsed", "accountReinstated"];
  expect(await kindsTo(member)).toEqual([...first, "duesOver"]);
  await twice("2002-06-30");
  expect(await stateOf(member)).toEqual({ status: "lapsed", lapsedOn: "2002-06-30" });
});

test("who was suspended in the grace and is let in after it gets a last letter and its two weeks again", async () => {
  await twice("2002-01-31");
  await put({ status: "suspended" });
  await twice("2002-03-02");
  await letIn();
  for (const day of ["2002-03-03", "2002-03-16"]) await twice(day);
  expect((await stateOf(member))?.status).toBe("active");
  expect(await kindsTo(member)).toEqual(["duesOver", "accountReinstated", "duesOver"]);
  await twice("2002-03-17");
  expect((await stateOf(member))?.status).toBe("lapsed");
});

test("whom a receipt covered that is cancelled gets a last letter and its two weeks again, not the payer alone", async () => {
  const [administrator, colleague] = await transaction(async (tx) => {
    const one = await makeMember(tx, {}, { paidUntil: UNTIL });
    await makeOrganisation(tx, {}, [member, one]);
    return [await makeMember(tx, {}, { role: "administrator" }), one] as const;
  });
  await twice("2002-01-31");
  const { accountId } = member;
  const asked = { covers: [accountId, colleague.accountId], year: 2002, amount: 100, address: "" };
  const { id } = await transaction((tx) => callForDues(tx, administrator, { accountId, ...asked }));
  const paid = { documentId: id, paidOn: today(), way: "cash", reference: "" } as const;
  const receipt = await transaction((tx) => recordPayment(tx, administrator, paid));
  for (const documentId of [receipt.id, id]) {
    await transaction((tx) => cancelDues(tx, administrator, { documentId, words: "Impayé" }));
  }
  for (const day of ["2002-03-02", "2002-03-15"]) await twice(day);
  for (const one of [member, colleague]) {
    expect((await stateOf(one))?.status).toBe("active");
    expect((await kindsTo(one)).filter((kind) => kind === "duesOver")).toHaveLength(2);
  }
  await twice("2002-03-16");
  for (const one of [member, colleague]) expect((await stateOf(one))?.status).toBe("lapsed");
});

test("whoever is on a colleague's call is told so, and not to pay; the colleague is", async () => {
  const [administrator, payer] = await transaction(async (tx) => {
    const one = await makeMember(tx, {}, { paidUntil: UNTIL });
    await makeOrganisation(tx, {}, [member, one]);
    return [await makeMember(tx, {}, { role: "administrator" }), one] as const;
  });
  const { accountId } = payer;
  const covers = [accountId, member.accountId];
  const asked = { accountId, covers, year: 2002, amount: 100, address: "" };
  await transaction((tx) => callForDues(tx, administrator, asked));
  await twice("2001-12-01");
  await twice("2002-01-31");
  const told = async (one: Member) =>
    (await mailsTo(one))
      .filter(({ kind }) => kind === "duesEndSoon" || kind === "duesOver")
      .map(({ kind, data }) => renderMail(kind as MailKind, "fr", data).text);
  for (const text of await told(member)) {
    expect(text).toContain("appel envoyé à une autre personne de votre organisation");
    expect(text).not.toMatch(/payez|vous attend/);
  }
  for (const text of await told(payer)) expect(text).toMatch(/payez|vous attend/);
  for (const one of [member, payer]) expect(await told(one)).toHaveLength(2);
});

test("of the club team nobody lapses by the clock, nor whose dues nobody knows, nor who is suspended", async () => {
  const others = await transaction(async (tx) => ({
    moderator: await makeMember(tx, {}, { paidUntil: UNTIL, role: "moderator" }),
    unknown: await makeMember(tx),
    suspended: await makeMember(tx, {}, { paidUntil: UNTIL, status: "suspended" }),
  }));
  for (const day of ["2002-01-31", "2002-03-02", "2003-01-01"]) await twice(day);
  expect((await stateOf(others.moderator))?.status).toBe("active");
  expect((await stateOf(others.unknown))?.status).toBe("active");
  expect((await stateOf(others.suspended))?.status).toBe("suspended");
  expect(await kindsTo(others.moderator)).toEqual(["duesOver"]);
  expect(await kindsTo(others.unknown)).toEqual([]);
  expect(await kindsTo(others.suspended)).toEqual([]);
});

test("whoever joins the club team while the clock waits for their account stays, and counts as nothing that failed", async () => {
  await twice("2002-01-31");
  let job: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    const own = eq(accounts.id, member.accountId);
    await tx.update(accounts).set({ role: "moderator" }).where(own);
    job = beside(() => lapseUnpaid("2002-03-02"));
    await sleep(300);
  });
  expect(await job).toEqual({ lapsedMemberships: 0, failed: 0 });
  expect((await stateOf(member))?.status).toBe("active");
});
