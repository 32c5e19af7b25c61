import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { duesDocuments, duesYears } from "@/db/schema/dues";
import { mails } from "@/db/schema/mail";
import { today } from "@/lib/core/dates";
import { MOST_CENTS } from "./amounts";
import { setFees } from "./fees.mutations";
import { callCategory, callForDues } from "./mutations";
import { listCalls, listFees, listUndrawn, readFees } from "./queries";

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

const YEAR = Number(today().slice(0, 4)) + 1;
let administrator: Member;
let payer: Member;
let category: string;

beforeEach(async () => {
  category = `category-${randomUUID()}`;
  await transaction(async (tx) => {
    administrator = await makeMember(tx, {}, { role: "administrator" });
    payer = await makeMember(tx, { category, familyName: "Béraud", nameZh: "贝若" });
  });
});

const call = (input: Partial<Parameters<typeof callForDues>[2]> = {}, viewer = administrator) =>
  transaction((tx) =>
    callForDues(tx, viewer, {
      ...{ accountId: payer.accountId, covers: [payer.accountId], year: YEAR },
      ...{ amount: 12_000, address: "1 rue de la Soie" },
      ...input,
    }),
  );

const fee = (amount: number | null, viewer = administrator) =>
  transaction((tx) => setFees(tx, viewer, { year: YEAR, fees: { [category]: amount } }));

const callAll = (viewer = administrator) =>
  transaction((tx) => callCategory(tx, viewer, { category, year: YEAR }));

const documentsOf = (accountIds: string[]) =>
  query((db) =>
    db
      .select({
        number: duesDocuments.number,
        accountId: duesDocuments.accountId,
        amountCents: duesDocuments.amountCents,
        snapshot: duesDocuments.snapshot,
      })
      .from(duesDocuments)
      .where(inArray(duesDocuments.accountId, accountIds)),
  );

const countEvents = (name: string, subjectId: string) =>
  query((db) =>
    db.$count(auditEvents, and(eq(auditEvents.name, name), eq(auditEvents.subjectId, subjectId))),
  );

describe("a call for dues", () => {
  test("without an amount is what the categories of all covered pay", async () => {
    await expect(call({ amount: null })).rejects.toMatchObject({
      ...{ code: "duesFeeMissing", field: "amount" },
    });
    await fee(5_000);
    await call({ amount: null });
    expect(await documentsOf([payer.accountId])).toMatchObject([{ amountCents: 5_000 }]);
  });

  test("asks for what whoever applied could read of their category, and of no other year", async () => {
    await fee(5_000);
    expect((await readFees(YEAR))[category]).toBe(5_000);
    expect((await readFees(YEAR - 1))[category]).toBeUndefined();
    await fee(null);
    expect((await readFees(YEAR))[category]).toBeUndefined();
  });

  test("covers several people of an organisation, and nobody outside it or who is no member", async () => {
    const [colleague, stranger] = await transaction(async (tx) => {
      const [one, other] = [await makeMember(tx, { category }), await makeMember(tx)];
      await makeOrganisation(tx, { name: { fr: "Soieries", zh: "丝绸" } }, [payer, one]);
      return [one, other] as const;
    });
    const both = [payer.accountId, colleague.accountId];
    for (const other of [stranger.accountId, randomUUID()]) {
      await expect(call({ covers: [...both, other] })).rejects.toMatchObject({
        ...{ code: "duesNotColleague", field: "covers" },
      });
    }
    await fee(5_000);
    await call({ covers: both, amount: null });
    const issued = await documentsOf(both);
    expect(issued).toMatchObject([
      { accountId: payer.accountId, amountCents: 10_000, snapshot: { covers: { length: 2 } } },
    ]);
    expect(issued[0]?.snapshot.to.organisation).toBe("Soieries 丝绸");
    await expect(
      call({ accountId: colleague.accountId, covers: [colleague.accountId] }),
    ).rejects.toMatchObject({ code: "duesCovered" });
  });

  test("is issued once a year, also to two who press at once, and again for the next", async () => {
    const both = await Promise.allSettled([call(), call()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await documentsOf([payer.accountId])).toHaveLength(1);
    const again = call();
    await expect(again).rejects.toMatchObject({
      code: "duesCovered",
      values: { count: 1, year: YEAR },
    });
    await call({ year: YEAR + 1 });
    expect(await documentsOf([payer.accountId])).toHaveLength(2);
  });

  test("is not for a year that a file said is paid", async () => {
    const paid = await transaction((tx) => makeMember(tx, {}, { paidUntil: `${YEAR}-12-31` }));
    const own = { accountId: paid.accountId, covers: [paid.accountId] };
    await expect(call(own)).rejects.toMatchObject({ code: "duesCovered" });
    expect(await documentsOf([paid.accountId])).toEqual([]);
    await call({ ...own, year: YEAR + 1 });
  });

  test.each(["pending", "suspended", "left"] as const)(
    "is not for a %s account",
    async (status) => {
      const out = await transaction((tx) => makeMember(tx, {}, { status }));
      await expect(
        call({ accountId: out.accountId, covers: [out.accountId] }),
      ).rejects.toMatchObject({ code: "duesNotCallable" });
    },
  );

  test.each(["member", "moderator"] as const)("is not issued by a %s", async (role) => {
    const other = await transaction((tx) => makeMember(tx, {}, { role }));
    await expect(call({}, other)).rejects.toMatchObject({ code: "notFound" });
    await expect(callAll(other)).rejects.toMatchObject({ code: "notFound" });
    await expect(fee(1_000, other)).rejects.toMatchObject({ code: "notFound" });
    expect(await listCalls(other, { year: YEAR, state: null, page: 1 }, "fr")).toEqual({
      ...{ rows: [], total: 0 },
    });
    expect(await listFees(other, YEAR)).toEqual([]);
  });
});

test("a Chinese name that its owner keeps from the club team stands on no document", async () => {
  const visibility = { nameZh: "self" } as const;
  const shy = await transaction((tx) => makeMember(tx, { nameZh: "贝若", visibility }));
  await call({ accountId: shy.accountId, covers: [shy.accountId] });
  expect(JSON.stringify(await documentsOf([shy.accountId]))).not.toContain("贝若");
});

test.each([
  ["fr", "Camille Béraud 贝若"],
  ["zh", "贝若 Camille Béraud"],
] as const)(
  "a call is listed in %s under the name in the reader's script first",
  async (locale, name) => {
    await call();
    const [document] = await documentsOf([payer.accountId]);
    const { rows } = await listCalls(administrator, { year: YEAR, state: null, page: 1 }, locale);
    expect(rows.find(({ number }) => number === document?.number)?.name).toBe(name);
  },
);

test("has a number, says who pays for what, is told by mail, and leaves its event", async () => {
  await call();
  const [document] = await documentsOf([payer.accountId]);
  expect(document).toMatchObject({
    amountCents: 12_000,
    snapshot: {
      to: { name: "Camille Béraud 贝若", address: "1 rue de la Soie" },
      covers: ["Camille Béraud 贝若"],
    },
  });
  expect(document?.number).toMatch(new RegExp(`^${today().slice(0, 4)}-\\d{4,}$`));
  expect(await countEvents("dues.called", payer.accountId)).toBe(1);
  const [mail] = await query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, payer.accountId)),
  );
  expect(mail).toMatchObject({ kind: "duesCalled", data: { number: document?.number } });
});

test("who was an administrator a moment ago calls nobody", async () => {
  await fee(5_000);
  await query((db) =>
    db.update(accounts).set({ role: "moderator" }).where(eq(accounts.id, administrator.accountId)),
  );
  await expect(call()).rejects.toMatchObject({ code: "notFound" });
  await expect(callAll()).rejects.toMatchObject({ code: "notFound" });
  expect(await documentsOf([payer.accountId])).toEqual([]);
});

test("before a category is called one hears whose PDF would lack characters", async () => {
  const [undrawn, called] = await transaction(async (tx) => [
    await makeMember(tx, { category, familyName: "Wałęsa", givenName: "Şule" }),
    await makeMember(tx, { category, familyName: "Škoda" }),
  ]);
  const hear = (viewer = administrator) => listUndrawn(viewer, YEAR, "fr");
  expect((await hear()).names).not.toContain("Şule Wałęsa");
  await fee(5_000);
  await call({ accountId: called?.accountId, covers: [called?.accountId ?? ""] });
  const { names, characters } = await hear();
  expect(names).toContain("Şule Wałęsa");
  expect(characters).toEqual(expect.arrayContaining(["Ş", "ł", "ę"]));
  expect(names.some((name) => name.includes("Škoda") || name.includes("Béraud"))).toBe(false);
  await callAll();
  expect((await documentsOf([undrawn?.accountId ?? ""])).length).toBe(1);
  expect((await hear()).names).not.toContain("Şule Wałęsa");
  expect(await hear(payer)).toEqual({ names: [], characters: [] });
});

test("a call is for no more than an amount typed may be, however many it covers", async () => {
  const colleague = await transaction(async (tx) => {
    const one = await makeMember(tx, { category });
    await makeOrganisation(tx, {}, [payer, one]);
    return one;
  });
  await fee(MOST_CENTS / 2 + 1);
  const covers = [payer.accountId, colleague.accountId];
  await expect(call({ covers, amount: null })).rejects.toMatchObject({
    ...{ code: "amountTooHigh", field: "amount" },
  });
  await fee(MOST_CENTS / 2);
  await call({ covers, amount: null });
  expect(await documentsOf(covers)).toMatchObject([{ amountCents: MOST_CENTS }]);
});

describe("a category", () => {
  test("is called in whole, whoever has no call and has not paid, by two administrators at once each person once", async () => {
    const people = await transaction(async (tx) => {
      const made: Member[] = [];
      for (let count = 0; count < 12; count += 1) made.push(await makeMember(tx, { category }));
      await makeMember(tx, { category }, { status: "suspended" });
      await makeMember(tx, { category }, { paidUntil: `${YEAR}-12-31` });
      return made;
    });
    await expect(callAll()).rejects.toMatchObject({ code: "duesFeeMissing" });
    await fee(5_000);
    await call();
    const done = await Promise.all([callAll(), callAll()]);
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(12);
    const issued = await documentsOf(people.map(({ accountId }) => accountId));
    expect(issued).toHaveLength(12);
    expect(new Set(issued.map(({ number }) => number)).size).toBe(12);
    expect(await callAll()).toBe(0);
  });

  test("has a fee a year, which can be taken away; what was called for stays", async () => {
    await fee(5_000);
    await call({ amount: null });
    await fee(6_000);
    await fee(null);
    await expect(callAll()).rejects.toMatchObject({ code: "duesFeeMissing" });
    expect(await documentsOf([payer.accountId])).toMatchObject([{ amountCents: 5_000 }]);
    const covered = eq(duesYears.accountId, payer.accountId);
    expect(await query((db) => db.$count(duesYears, covered))).toBe(1);
  });
});

test("nobody who is suspended is called, be it for a colleague who is not", async () => {
  const colleague = await transaction(async (tx) => {
    const one = await makeMember(tx, { category });
    await makeOrganisation(tx, {}, [payer, one]);
    return one;
  });
  const isPayer = eq(accounts.id, payer.accountId);
  await query((db) => db.update(accounts).set({ status: "suspended" }).where(isPayer));
  const attempt = call({ covers: [colleague.accountId] });
  await expect(attempt).rejects.toMatchObject({ code: "duesNotCallable" });
});
