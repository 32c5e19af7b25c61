import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { today } from "@/lib/core/dates";
import { listCoveredYears } from "./covered.queries";
import { callForDues } from "./mutations";
import { listOwnDues } from "./own.queries";
import { recordPayment } from "./payments.mutations";

afterAll(closeDatabase);

const YEAR = Number(today().slice(0, 4));

test("whoever is on a colleague's call reads whose it is and whether it was paid; who pays reads the call", async () => {
  const [administrator, payer, colleague] = await transaction(async (tx) => {
    const team = await makeMember(tx, {}, { role: "administrator" });
    const named = { familyName: "Vernier", givenName: "Lucie" };
    const [pays, covered] = [await makeMember(tx, named), await makeMember(tx)];
    const { id } = await makeOrganisation(tx, {}, [pays]);
    const belongs = { organisationId: id, role: "person", isMain: true } as const;
    await tx.insert(affiliations).values({ memberId: covered.memberId, ...belongs });
    return [team, pays, covered] as const;
  });
  const covers = [payer.accountId, colleague.accountId];
  const asked = { accountId: payer.accountId, covers, year: YEAR, amount: 100, address: "" };
  const call = await transaction((tx) => callForDues(tx, administrator, asked));
  expect(await listOwnDues(colleague)).toEqual([]);
  const told = { year: YEAR, payer: "Lucie Vernier", isPaid: false };
  expect(await listCoveredYears(colleague, "fr")).toEqual([told]);
  expect(await listCoveredYears(payer, "fr")).toEqual([]);
  const payment = { paidOn: today(), way: "transfer", reference: "" } as const;
  await transaction((tx) => recordPayment(tx, administrator, { documentId: call.id, ...payment }));
  expect(await listCoveredYears(colleague, "fr")).toEqual([{ ...told, isPaid: true }]);
});
