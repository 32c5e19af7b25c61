import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, isAnybodyWaiting } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { hashPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { askErasure, withdrawErasure } from "./erasure-request.mutations";
import { getErasureDay } from "./erasure-request.queries";

afterAll(() => closeDatabase());

const PASSWORD = "confluence-2014-kapok";
const hash = hashPassword(PASSWORD);

async function make(values: Partial<typeof accounts.$inferInsert> = {}) {
  const email = `${randomUUID()}@example.org`;
  const passwordHash = await hash;
  const names = { givenName: "Zoé", familyName: "Kanarie" };
  return transaction(async (tx) => ({
    email,
    viewer: await makeMember(tx, names, { email, passwordHash, ...values }),
  }));
}

const ask = (viewer: Viewer, currentPassword = PASSWORD) =>
  transaction((tx) => askErasure(tx, viewer, { currentPassword }));
const withdraw = (viewer: Viewer) => transaction((tx) => withdrawErasure(tx, viewer));

const lettersTo = (address: string) =>
  query((db) =>
    db.select({ kind: mails.kind, data: mails.data }).from(mails).where(eq(mails.address, address)),
  );

const wholeDaysUntil = async ({ accountId }: Viewer) => {
  const [row] = await query((db) =>
    db
      .select({
        days: sql<number>`((${accounts.erasureDueAt} at time zone 'Europe/Paris')::date
          - (now() at time zone 'Europe/Paris')::date)::int`,
        hour: sql<string>`to_char(${accounts.erasureDueAt} at time zone 'Europe/Paris', 'HH24:MI')`,
      })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};

describe("asking for one's erasure", () => {
  test("changes nothing but the day, which a mail confirms; the fourteen days are whole ones", async () => {
    const { viewer, email } = await make({ locale: "en" });
    const token = newToken();
    const expiresAt = sql`now() + interval '1 day'`;
    const session = { accountId: viewer.accountId, tokenHash: hashToken(token), expiresAt };
    await query((db) => db.insert(sessions).values(session));
    await ask(viewer);
    expect(await findViewer(token)).toMatchObject({ accountId: viewer.accountId });
    expect(await wholeDaysUntil(viewer)).toEqual({ days: 15, hour: "00:00" });
    expect(await getErasureDay(viewer)).toBeInstanceOf(Date);
    expect(await eventsOn(viewer.accountId)).toEqual(["account.erasure-asked"]);
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ kind: "erasureAsked", data: { to: "/account" } });
    expect(letter?.data.day).toMatch(/^\d+\u00a0\w+ \d{4}$/);
  });

  test("needs the password, or without one a fresh sign-in; whatever the status", async () => {
    const { viewer } = await make({ status: "suspended" });
    const wrong = { code: "wrongPassword", field: "currentPassword" };
    await expect(ask(viewer, "not-this-one-2014")).rejects.toMatchObject(wrong);
    const bare = await make({ passwordHash: null });
    await expect(ask(bare.viewer)).rejects.toMatchObject({ code: "signInAgain" });
    expect(await getErasureDay(viewer)).toBeNull();
    await ask(viewer);
    expect(await getErasureDay(viewer)).not.toBeNull();
  });

  test("in two tabs: the second is told, one letter goes out; one may withdraw and ask anew", async () => {
    const { viewer, email } = await make();
    const both = await Promise.allSettled([ask(viewer), ask(viewer)]);
    expect(both.find((one) => one.status === "rejected")?.reason.code).toBe("conflict");
    expect(await lettersTo(email)).toHaveLength(1);
    await withdraw(viewer);
    expect(await getErasureDay(viewer)).toBeNull();
    await expect(withdraw(viewer)).rejects.toMatchObject({ code: "conflict" });
    await ask(viewer);
    expect(await eventsOn(viewer.accountId)).toEqual([
      "account.erasure-asked",
      "account.erasure-withdrawn",
      "account.erasure-asked",
    ]);
  });

  test.each([
    ["the last administrator", { role: "member" } as const],
    ["the last one who stays", { erasureDueAt: new Date("2099-01-01T00:00:00Z") }],
  ])("is refused to %s, in words", async (_who, others) => {
    const { viewer } = await make({ role: "administrator" });
    await make({ role: "administrator" });
    const undone = new Error("undone");
    let outcome: unknown;
    const attempt = transaction(async (tx) => {
      const isOther = and(eq(accounts.role, "administrator"), ne(accounts.id, viewer.accountId));
      await tx.update(accounts).set(others).where(isOther);
      outcome = await askErasure(tx, viewer, { currentPassword: PASSWORD }).catch((error) => error);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    expect(outcome).toMatchObject({ code: "lastAdministrator" });
  });

  test("by the last two at the same moment: one stays", async () => {
    const [first, second] = [
      await make({ role: "administrator" }),
      await make({ role: "administrator" }),
    ];
    const others = await leaveOnly([first.viewer, second.viewer]);
    try {
      let meanwhile: Promise<unknown> | undefined;
      await transaction(async (tx) => {
        await askErasure(tx, first.viewer, { currentPassword: PASSWORD });
        meanwhile = beside(() => ask(second.viewer));
        meanwhile.catch(() => undefined);
        await vi.waitUntil(() => beside(isAnybodyWaiting), { timeout: 2500, interval: 20 });
      });
      await expect(meanwhile).rejects.toMatchObject({ code: "lastAdministrator" });
      expect(await getErasureDay(second.viewer)).toBeNull();
    } finally {
      await setDay(others, null);
    }
  });
});

const setDay = (ids: string[], erasureDueAt: Date | null) =>
  query((db) => db.update(accounts).set({ erasureDueAt }).where(inArray(accounts.id, ids)));

/** As if all other administrators had asked for their erasure; gives who they are. */
async function leaveOnly(viewers: Viewer[]): Promise<string[]> {
  const staying = and(eq(accounts.role, "administrator"), isNull(accounts.erasureDueAt));
  const rows = await query((db) => db.select({ id: accounts.id }).from(accounts).where(staying));
  const kept = viewers.map(({ accountId }) => accountId);
  const others = rows.map(({ id }) => id).filter((id) => !kept.includes(id));
  await setDay(others, new Date("2099-01-01T00:00:00Z"));
  return others;
}
