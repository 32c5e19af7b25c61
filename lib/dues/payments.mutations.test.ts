import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { duesPdfs } from "@/db/schema/dues";
import { lapseAccount } from "@/lib/accounts/mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { callForDues } from "./mutations";
import { getDuesDocument, getPaidUntil, listDuesOf, listOwnDues } from "./own.queries";
import { cancelDues, recordPayment } from "./payments.mutations";

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

const YEAR = Number(today().slice(0, 4));
let administrator: Member;
let payer: Member;

beforeEach(async () => {
  await transaction(async (tx) => {
    administrator = await makeMember(tx, {}, { role: "administrator" });
    payer = await makeMember(tx);
  });
});

const call = (whom = payer, year = YEAR) =>
  transaction((tx) =>
    callForDues(tx, administrator, {
      ...{ accountId: whom.accountId, covers: [whom.accountId], year },
      ...{ amount: 12_000, address: "" },
    }),
  );

const pay = (documentId: string, input = {}, viewer: Viewer = administrator) =>
  transaction((tx) =>
    recordPayment(tx, viewer, {
      ...{ documentId, paidOn: today(), way: "transfer", reference: "VIR 42" },
      ...input,
    }),
  );

const cancel = (documentId: string, viewer: Viewer = administrator) =>
  transaction((tx) => cancelDues(tx, viewer, { documentId, words: "Doublon" }));

const statusOf = async ({ accountId }: Member) => {
  const [row] = await query((db) =>
    db
      .select({ status: accounts.status, version: accounts.version })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};

describe("a payment", () => {
  test("issues a receipt, covers the year, is told by mail and leaves its event", async () => {
    const { id } = await call();
    expect(await getPaidUntil(administrator, payer.accountId)).toBeNull();
    const receipt = await pay(id);
    expect(await getPaidUntil(administrator, payer.accountId)).toBe(`${YEAR}-12-31`);
    expect(await getDuesDocument(payer, receipt.id)).toMatchObject({
      ...{ kind: "receipt", way: "transfer", reference: "VIR 42", amountCents: 12_000 },
      ...{ paidOn: today(), others: [{ id, kind: "call" }] },
    });
    expect(await eventsOn(payer.accountId)).toContain("dues.paid");
    const told = await mailsTo(payer);
    expect(told.map(({ kind }) => kind)).toContain("duesReceived");
  });

  test("brings back whose membership had lapsed, and not for a year that is over", async () => {
    const [past, { id }] = [await call(payer, YEAR - 1), await call()];
    const lapse = { accountId: payer.accountId, version: 1 };
    await transaction((tx) => lapseAccount(tx, administrator, lapse));
    await pay(past.id);
    expect(await statusOf(payer)).toMatchObject({ status: "lapsed" });
    await pay(id);
    expect(await statusOf(payer)).toEqual({ status: "active", version: 3 });
    const told = await mailsTo(payer);
    expect(told.filter(({ kind }) => kind === "accountReinstated")).toHaveLength(1);
  });

  test("is noted once, also by two at once, and never of a cancelled call or of a receipt", async () => {
    const { id } = await call();
    const both = await Promise.allSettled([pay(id), pay(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(pay(id)).rejects.toMatchObject({ code: "duesPaidAlready" });
    const receipt = (await listOwnDues(payer)).find(({ kind }) => kind === "receipt");
    await expect(pay(receipt?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
    const other = await call(payer, YEAR + 1);
    await cancel(other.id);
    await expect(pay(other.id)).rejects.toMatchObject({ code: "duesCallCancelled" });
  });

  test("is not of tomorrow, nor older than its call", async () => {
    const { id } = await call();
    for (const [days, code] of [
      [1, "duesPaidInFuture"],
      [-1, "duesPaidBeforeCall"],
    ] as const) {
      const paidOn = addDays(today(), days);
      await expect(pay(id, { paidOn })).rejects.toMatchObject({ code, field: "paidOn" });
    }
  });
});

describe("a cancellation", () => {
  test("of a receipt opens its call again, and takes the year back", async () => {
    const { id } = await call();
    const receipt = await pay(id);
    await expect(cancel(id)).rejects.toMatchObject({ code: "duesPaidAlready" });
    expect(await cancel(receipt.id)).toEqual({ callId: id });
    expect(await getPaidUntil(administrator, payer.accountId)).toBeNull();
    await expect(cancel(receipt.id)).rejects.toMatchObject({ code: "duesCancelledAlready" });
    await pay(id);
    expect(await getPaidUntil(administrator, payer.accountId)).toBe(`${YEAR}-12-31`);
    const states = (await listOwnDues(payer)).map(({ kind, state }) => `${kind} ${state}`);
    expect(states.sort()).toEqual([
      "call paid",
      "cancellation null",
      "receipt cancelled",
      "receipt null",
    ]);
  });

  test("of a call lets its people be called again, and is none of a cancellation", async () => {
    const { id } = await call();
    await cancel(id);
    await expect(cancel(id)).rejects.toMatchObject({ code: "duesCancelledAlready" });
    await call();
    const own = await listOwnDues(payer);
    const cancellation = own.find(({ kind }) => kind === "cancellation");
    await expect(cancel(cancellation?.id ?? "")).rejects.toMatchObject({ code: "notFound" });
    expect((await mailsTo(payer)).map(({ kind }) => kind)).toContain("duesCallCancelled");
  });

  test.each(["member", "moderator"] as const)("is not a %s’s, nor is a payment", async (role) => {
    const { id } = await call();
    const other = await transaction((tx) => makeMember(tx, {}, { role }));
    await expect(pay(id, {}, other)).rejects.toMatchObject({ code: "notFound" });
    await expect(cancel(id, other)).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("what was issued", () => {
  test("is read by its payer, lapsed or suspended too, and by administrators alone", async () => {
    const { id } = await call();
    for (const status of ["active", "lapsed", "suspended"] as const) {
      expect(await getDuesDocument({ ...payer, status }, id)).toMatchObject({ id, kind: "call" });
      expect(await listOwnDues({ ...payer, status })).toHaveLength(1);
    }
    const [stranger, moderator] = await transaction(async (tx) => [
      await makeMember(tx),
      await makeMember(tx, {}, { role: "moderator" }),
    ]);
    for (const viewer of [stranger, moderator]) {
      expect(viewer && (await getDuesDocument(viewer, id))).toBeNull();
      expect(viewer && (await listDuesOf(viewer, payer.accountId))).toEqual([]);
    }
    expect(await getDuesDocument(administrator, id)).toMatchObject({ id });
    expect(await listDuesOf(administrator, payer.accountId)).toHaveLength(1);
  });

  test("is neither rewritten nor deleted by who serves, nor numbered or dated as they like", async () => {
    const { id } = await call();
    for (const statement of [
      sql`update dues_documents set amount_cents = 1 where id = ${id}`,
      sql`delete from dues_documents where id = ${id}`,
      sql`update dues_numbers set last = 0`,
    ]) {
      await expect(query((db) => db.execute(statement))).rejects.toMatchObject({ code: "42501" });
    }
    const [row] = await query((db) =>
      db.execute<{ number: string; created_at: string }>(sql`insert into dues_documents
        (kind, number, account_id, year, amount_cents, locale, snapshot, issued_by, created_at)
        values ('call', '1999-0001', ${payer.accountId}, ${YEAR}, 100, 'fr', '{}', ${payer.accountId}, '1999-01-01')
        returning number, (created_at at time zone 'Europe/Paris')::text as created_at`),
    );
    expect(row?.number).toMatch(new RegExp(`^${YEAR}-`));
    expect(row?.created_at).toMatch(new RegExp(`^${YEAR}-`));
  });
});

test("what was drawn of a call goes when it is cancelled, to be drawn with the word that it is", async () => {
  const { id } = await call();
  await query((db) => db.insert(duesPdfs).values({ documentId: id }));
  await cancel(id);
  expect(await query((db) => db.$count(duesPdfs, eq(duesPdfs.documentId, id)))).toBe(0);
});
