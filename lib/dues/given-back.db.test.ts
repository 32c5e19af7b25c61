import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { today } from "@/lib/core/dates";
import { setFees } from "./fees.mutations";
import { callCategory, callForDues } from "./mutations";
import { cancelDues, recordPayment } from "./payments.mutations";

afterAll(() => closeDatabase());

const YEAR = Number(today().slice(0, 4));

test("whose payment was given back is asked no more by their category for that year, but by name and for the next", async () => {
  const category = `category-${randomUUID()}`;
  const [administrator, refunded, mistaken] = await transaction(async (tx) => {
    const team = await makeMember(tx, {}, { role: "administrator" });
    for (const year of [YEAR, YEAR + 1]) {
      await setFees(tx, team, { year, fees: { [category]: 5_000 } });
    }
    return [team, await makeMember(tx, { category }), await makeMember(tx, { category })] as const;
  });
  const call = ({ accountId }: { accountId: string }) =>
    transaction((tx) =>
      callForDues(tx, administrator, {
        ...{ accountId, covers: [accountId], year: YEAR, amount: null, address: "" },
      }),
    );
  const cancel = (documentId: string) =>
    transaction((tx) => cancelDues(tx, administrator, { documentId, words: "…" }));
  const callAll = (year: number) =>
    transaction((tx) => callCategory(tx, administrator, { category, year }));
  const [paid, wrong] = [await call(refunded), await call(mistaken)];
  const payment = { paidOn: today(), way: "transfer", reference: "" } as const;
  const receipt = await transaction((tx) =>
    recordPayment(tx, administrator, { documentId: paid.id, ...payment }),
  );
  for (const documentId of [receipt.id, paid.id, wrong.id]) await cancel(documentId);
  expect(await callAll(YEAR)).toBe(1);
  expect(await callAll(YEAR)).toBe(0);
  await call(refunded);
  expect(await callAll(YEAR + 1)).toBe(2);
});
