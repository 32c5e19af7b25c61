import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { beside, closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { isAnybodyWaiting } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/auth/password";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { changePassword } from "@/lib/passwords/mutations";
import { signInWithPassword } from "./mutations";

afterAll(closeDatabase);

const PASSWORD = "confluence-2014-kapok";
const DEVICE = { userAgent: "", address: "" };

const changes: [string, (tx: Transaction, viewer: Viewer) => Promise<unknown>][] = [
  [
    "password",
    (tx, viewer) =>
      changePassword(tx, viewer, {
        currentPassword: PASSWORD,
        password: "a-quite-unrelated-word-44",
      }),
  ],
  [
    "address",
    (tx, { accountId }) =>
      tx
        .update(accounts)
        .set({ email: `${randomUUID()}@example.org` })
        .where(eq(accounts.id, accountId)),
  ],
];

test.each(changes)(
  "no session outlives a change of %s that it met on the way",
  async (_w, change) => {
    const email = `${randomUUID()}@example.org`;
    const passwordHash = await hashPassword(PASSWORD);
    const viewer = await transaction((tx) => makeAccount(tx, { email, passwordHash }));
    let meanwhile: ReturnType<typeof signIn> | undefined;
    const signIn = () =>
      transaction((tx) => signInWithPassword(tx, null, { email, password: PASSWORD }, DEVICE));
    await transaction(async (tx) => {
      await change(tx, viewer);
      meanwhile = beside(signIn);
      meanwhile.catch(() => undefined);
      await vi.waitUntil(() => beside(isAnybodyWaiting), { timeout: 2500, interval: 20 });
    });
    await expect(meanwhile).rejects.toMatchObject({ code: "wrongCredentials" });
    const own = eq(sessions.accountId, viewer.accountId);
    expect(await query((db) => db.$count(sessions, own))).toBe(0);
  },
);
