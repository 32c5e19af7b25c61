import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { secondFactors } from "@/db/schema/second-factors";
import { startSession } from "@/lib/sessions/starting.mutations";
import { giveSecondFactor } from "./mutations";

afterAll(closeDatabase);

const DEVICE = { userAgent: "", address: "" };

async function guessed() {
  const email = `${randomUUID()}@example.org`;
  const { accountId } = await transaction((tx) => makeAccount(tx, { email }));
  const inUse = { secret: "sealed", lastStep: 1, confirmedAt: new Date() };
  await query((db) => db.insert(secondFactors).values({ accountId, ...inUse }));
  const account = { id: accountId, email, status: "active" } as const;
  const isWarning = and(eq(mails.address, email), eq(mails.kind, "secondFactorRefused"));
  return {
    isWarning,
    guess: async () => {
      const { token } = await transaction((tx) => startSession(tx, null, account, DEVICE));
      const input = { sessionToken: token, code: "000000" };
      return transaction((tx) => giveSecondFactor(tx, input, DEVICE));
    },
    warnings: () => query((db) => db.$count(mails, isWarning)),
  };
}

test("five wrong codes within an hour are told by mail, once an hour however many follow", async () => {
  const { guess, warnings, isWarning } = await guessed();
  for (let time = 0; time < 4; time++) expect(await guess()).toBeNull();
  expect(await warnings()).toBe(0);
  await guess();
  expect(await warnings()).toBe(1);
  for (let time = 0; time < 6; time++) await guess();
  expect(await warnings()).toBe(1);
  await query((db) =>
    db.update(mails).set({ createdAt: sql`now() - interval '61 minutes'` }).where(isWarning),
  );
  await guess();
  expect(await warnings()).toBe(2);
});

test("five guesses at once are told once", async () => {
  const { guess, warnings } = await guessed();
  await Promise.all(Array.from({ length: 12 }, guess));
  expect(await warnings()).toBe(1);
});
