import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { duesDocuments } from "@/db/schema/dues";
import { today } from "@/lib/core/dates";
import { callForDues } from "./mutations";
import { recordPayment } from "./payments.mutations";

// Fifty at once wait for each other longer than a page may, on a machine that does other things.
workAsOwner(60_000);

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

const YEAR = Number(today().slice(0, 4));

async function repeat<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

test("of fifty receipts at once each has a number of its own, and none is left out", async () => {
  const administrators = await repeat(5, () =>
    transaction((tx) => makeMember(tx, {}, { role: "administrator" })),
  );
  const one = (at: number) => administrators[at % 5] as Member;
  const calls = await repeat(50, () =>
    transaction(async (tx) => {
      const { accountId } = await makeMember(tx);
      const asked = { accountId, covers: [accountId], year: YEAR, amount: 100, address: "" };
      return (await callForDues(tx, one(0), asked)).id;
    }),
  );
  const paid = { paidOn: today(), way: "cash", reference: "" } as const;
  const pay = (documentId: string, at: number) =>
    transaction((tx) => recordPayment(tx, one(at), { documentId, ...paid }));
  // One that is undone in between takes no number along.
  const undone = transaction(async (tx) => {
    await recordPayment(tx, one(0), { documentId: calls[0] ?? "", ...paid });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await Promise.all(calls.map(pay));
  const rows = await query((db) =>
    db
      .select({ number: duesDocuments.number })
      .from(duesDocuments)
      .where(sql`kind = 'receipt' and number like ${`${YEAR}-%`}`),
  );
  const numbers = rows.map(({ number }) => Number(number.split("-")[1])).sort((a, b) => a - b);
  expect(numbers.length).toBeGreaterThanOrEqual(50);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
}, 60_000);
