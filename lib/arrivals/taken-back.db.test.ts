import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { takeBack } from "@/lib/imports/take-back.mutations";
import { sendLink } from "./links.mutations";
import { findArrival } from "./queries";

// As the worker does.
workAsOwner(60_000);

afterAll(closeDatabase);

test("an import taken back takes along who was sent a link, and the link reads withdrawn", async () => {
  const administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  const arrival = await transaction((tx) => makeArrival(tx));
  const { accountId } = arrival;
  await transaction((tx) => sendLink(tx, administrator, { accountId }));
  const [mail] = await query((db) =>
    db.select({ data: mails.data }).from(mails).where(eq(mails.accountId, accountId)),
  );
  const token = (mail?.data as { to?: string } | undefined)?.to?.split("token=")[1] ?? "";
  expect(await findArrival(token)).toMatchObject({ link: "open" });
  const people = [{ ...arrival, row: 2, organisationId: null }];
  const brought = { organisations: [], joined: [], people };
  expect(await transaction((tx) => takeBack(tx, administrator, brought))).toEqual([]);
  expect(await query((db) => db.$count(accounts, eq(accounts.id, accountId)))).toBe(0);
  expect(await findArrival(token)).toEqual({ link: "withdrawn" });
});
