import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { accountLinks, accounts, sessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { signInWithLink } from "@/lib/sessions/mutations";
import { openLink } from "./mutations";
import { findWelcomed } from "./queries";

const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0", address: "192.0.2.7" };

afterAll(() => closeDatabase());

const names = {
  familyName: "Wang",
  givenName: "Wei",
  nameOrder: "family-first",
  nameZh: "王伟",
} as const;

async function welcomed() {
  return transaction(async (tx) => {
    const member = await makeMember(tx, names);
    const token = await openLink(tx, { accountId: member.accountId, purpose: "first-sign-in" });
    return { ...member, token };
  });
}

const follow = (token: string, viewer: Viewer | null = null) =>
  transaction((tx) => signInWithLink(tx, viewer, { token }, DEVICE));

const sessionsOf = (accountId: string) =>
  query((db) =>
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.accountId, accountId)),
  );

describe("the first sign-in by link", () => {
  test("opens one session, once, and leaves an event", async () => {
    const { token, accountId } = await welcomed();
    const signedIn = await follow(token);
    expect(signedIn).toMatchObject({ status: "active", actor: { accountId } });
    expect(await findViewer(signedIn?.token ?? "")).toMatchObject({ accountId });
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, signedIn?.sessionId ?? ""))
        .orderBy(auditEvents.id),
    );
    expect(events).toEqual([{ name: "session.started", data: { way: "link" } }]);
    expect(await follow(token)).toBeNull();
    expect(await sessionsOf(accountId)).toHaveLength(1);
  });

  test("is one session of twenty tries at once", async () => {
    const { token, accountId } = await welcomed();
    const tries = await Promise.all(Array.from({ length: 20 }, () => follow(token)));
    expect(tries.filter((one) => one !== null)).toHaveLength(1);
    expect(await sessionsOf(accountId)).toHaveLength(1);
  });

  test("looking at the page uses nothing up and greets in the reader's script", async () => {
    const { token } = await welcomed();
    expect(await findWelcomed(token, "zh")).toBe("王伟");
    expect(await findWelcomed(token, "fr")).toBe("Wang Wei");
    expect(await follow(token)).not.toBeNull();
    expect(await findWelcomed(token, "fr")).toBeNull();
  });

  test("takes the place of whoever was signed in on the device", async () => {
    const { token } = await welcomed();
    const other = await welcomed();
    const before = await follow(other.token);
    const viewer = await findViewer(before?.token ?? "");
    await follow(token, viewer);
    expect(await sessionsOf(other.accountId)).toEqual([]);
  });

  test("has seven days", async () => {
    const { token, accountId } = await welcomed();
    await query((db) =>
      db
        .update(accountLinks)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(eq(accountLinks.accountId, accountId)),
    );
    expect(await findWelcomed(token, "fr")).toBeNull();
    expect(await follow(token)).toBeNull();
  });

  test("is no other link, and other links are not it", async () => {
    const { accountId } = await transaction((tx) => makeAccount(tx));
    const reset = await transaction((tx) => openLink(tx, { accountId, purpose: "reset-password" }));
    expect(await follow(reset)).toBeNull();
    expect(await findWelcomed(reset, "fr")).toBeNull();
    expect(await follow("unknown")).toBeNull();
  });

  test("tells that the account was suspended meanwhile", async () => {
    const { token, accountId } = await welcomed();
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
    );
    expect(await follow(token)).toMatchObject({ status: "suspended" });
  });
});
