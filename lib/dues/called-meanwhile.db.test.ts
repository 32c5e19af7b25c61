import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { duesDocuments } from "@/db/schema/dues";
import { members } from "@/db/schema/members";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { today } from "@/lib/core/dates";
import { setFees } from "./fees.mutations";
import { callCategory } from "./mutations";

// Erasing is the worker's.
workAsOwner(20_000);

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

const YEAR = Number(today().slice(0, 4)) + 1;

const becomes = (status: string) => (tx: Transaction, accountId: string) =>
  tx.execute(sql`update accounts set status = ${status} where id = ${accountId}`);

test.each<[string, (tx: Transaction, accountId: string) => Promise<unknown>]>([
  ["is suspended", becomes("suspended")],
  ["leaves", becomes("left")],
  ["is erased", (tx, accountId) => eraseAccount(tx, "portal", { accountId })],
  [
    "gets another category",
    (tx, accountId) =>
      tx
        .update(members)
        .set({ category: `category-${randomUUID()}` })
        .where(eq(members.accountId, accountId)),
  ],
  [
    "is noted as having paid",
    (tx, accountId) =>
      tx
        .update(accounts)
        .set({ paidUntil: `${YEAR}-12-31` })
        .where(eq(accounts.id, accountId)),
  ],
])("who %s as a category is called is not called, and the others are", async (_name, change) => {
  const category = `category-${randomUUID()}`;
  const { administrator, people } = await transaction(async (tx) => {
    const admin = await makeMember(tx, {}, { role: "administrator" });
    const made: Member[] = [];
    while (made.length < 3) made.push(await makeMember(tx, { category }));
    await setFees(tx, admin, { year: YEAR, fees: { [category]: 5_000 } });
    return { administrator: admin, people: made };
  });
  const [gone, ...others] = people as [Member, Member, Member];
  let tellChanged = () => {};
  const changed = new Promise<void>((resolve) => {
    tellChanged = resolve;
  });
  const changing = transaction(async (tx) => {
    // As every decision on a person does.
    await tx.execute(sql`select from accounts where id = ${gone.accountId} for no key update`);
    await change(tx, gone.accountId);
    tellChanged();
    // Those who call have listed them meanwhile.
    await tx.execute(sql`select pg_sleep(0.4)`);
  });
  await Promise.race([changed, changing]);
  const calling = transaction((tx) => callCategory(tx, administrator, { category, year: YEAR }));
  const [count] = await Promise.all([calling, changing]);
  expect(count).toBe(2);
  const issued = await query((db) =>
    db
      .select({ accountId: duesDocuments.accountId })
      .from(duesDocuments)
      .where(
        sql`account_id in (${sql.join(
          people.map((one) => sql`${one.accountId}`),
          sql`, `,
        )})`,
      ),
  );
  expect(issued.map(({ accountId }) => accountId).sort()).toEqual(
    others.map(({ accountId }) => accountId).sort(),
  );
});
