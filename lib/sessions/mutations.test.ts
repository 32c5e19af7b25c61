import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { MembershipStatus } from "@/db/enums";
import { makeAccount } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accounts, sessions, signInCodes } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { hashPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  endSession,
  endSessions,
  requestSignInCode,
  signInWithCode,
  signInWithPassword,
  signOut,
} from "./mutations";
import { listSessions } from "./queries";

const PASSWORD = "cheval agrafe pile";
const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0", address: "192.0.2.7" };

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => closeDatabase());

async function someone(status: MembershipStatus = "active") {
  const email = `${randomUUID()}@example.org`;
  const viewer = await transaction((tx) => makeAccount(tx, { email, status, passwordHash }));
  return { ...viewer, email };
}

const signIn = (email: string, password = PASSWORD, viewer: Viewer | null = null) =>
  transaction((tx) => signInWithPassword(tx, viewer, { email, password }, DEVICE));

const sessionsOf = (accountId: string) =>
  query((db) =>
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.accountId, accountId)),
  );

describe("signing in with a password", () => {
  test.each(["active", "pending", "suspended", "lapsed", "left"] as const)(
    "opens a session to a %s account and leaves an event",
    async (status) => {
      const person = await someone(status);
      const signedIn = await signIn(person.email);
      expect(signedIn?.status).toBe(status);
      const viewer = await findViewer(signedIn?.token ?? "");
      expect(viewer).toMatchObject({ accountId: person.accountId, status });
      expect(await eventsOn(signedIn?.sessionId ?? "")).toEqual(["session.started"]);
    },
  );

  test("is refused alike for a wrong password and an unknown address; only the known one keeps a line", async () => {
    const person = await someone();
    expect(await signIn(person.email, "cheval agrafe pilE")).toBeNull();
    expect(await signIn(`${randomUUID()}@example.org`)).toBeNull();
    expect(await eventsOn(person.accountId)).toEqual(["session.refused"]);
    expect(await sessionsOf(person.accountId)).toEqual([]);
  });

  test("is refused to an account without a password", async () => {
    const viewer = await transaction((tx) => makeAccount(tx));
    const [account] = await query((db) =>
      db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, viewer.accountId)),
    );
    expect(await signIn(account?.email ?? "", "")).toBeNull();
  });

  test("keeps the secret's hash only, and ends the session one had in this browser", async () => {
    const person = await someone();
    const first = await signIn(person.email);
    const viewer = await findViewer(first?.token ?? "");
    const second = await signIn(person.email, PASSWORD, viewer);
    expect(await findViewer(first?.token ?? "")).toBeNull();
    const rows = await query((db) =>
      db
        .select({ tokenHash: sessions.tokenHash })
        .from(sessions)
        .where(eq(sessions.accountId, person.accountId)),
    );
    expect(rows).toEqual([{ tokenHash: hashToken(second?.token ?? "") }]);
  });
});

describe("signing in with a mailed code", () => {
  async function askCode(email: string) {
    const browser = newToken();
    await transaction((tx) => requestSignInCode(tx, { email, browser }));
    const [mail] = await query((db) =>
      db.select({ data: mails.data }).from(mails).where(eq(mails.address, email)),
    );
    return { browser, code: mail?.data.code ?? "" };
  }
  const enter = (browser: string, code: string) =>
    transaction((tx) => signInWithCode(tx, null, { browser, code }, DEVICE));
  const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

  test("works once, in the browser that asked", async () => {
    const person = await someone("pending");
    const { browser, code } = await askCode(person.email);
    expect(code).toMatch(/^\d{6}$/);
    expect(await enter(newToken(), code)).toBeNull();
    const signedIn = await enter(browser, code);
    expect((await findViewer(signedIn?.token ?? ""))?.accountId).toBe(person.accountId);
    expect(await enter(browser, code)).toBeNull();
    expect(await eventsOn(person.accountId)).toEqual(["session.code-requested"]);
  });

  test("twenty submits at once open one session", async () => {
    const person = await someone();
    const { browser, code } = await askCode(person.email);
    const results = await Promise.all(Array.from({ length: 20 }, () => enter(browser, code)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await sessionsOf(person.accountId)).toHaveLength(1);
  });

  test("counts wrong attempts and shuts after five, the right one included", async () => {
    const person = await someone();
    const { browser, code } = await askCode(person.email);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await enter(browser, other(code))).toBeNull();
    }
    expect(await enter(browser, code)).toBeNull();
    expect(await eventsOn(person.accountId)).toEqual([
      "session.code-requested",
      ...Array(5).fill("session.refused"),
    ]);
  });

  test("is refused after ten minutes", async () => {
    const person = await someone();
    const { browser, code } = await askCode(person.email);
    await query((db) =>
      db
        .update(signInCodes)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(eq(signInCodes.accountId, person.accountId)),
    );
    expect(await enter(browser, code)).toBeNull();
  });

  test("replaces the earlier code of the same browser", async () => {
    const person = await someone();
    const browser = newToken();
    for (let time = 0; time < 2; time++) {
      await transaction((tx) => requestSignInCode(tx, { email: person.email, browser }));
    }
    const rows = await query((db) =>
      db
        .select({ id: signInCodes.id })
        .from(signInCodes)
        .where(eq(signInCodes.browserHash, hashToken(browser))),
    );
    expect(rows).toHaveLength(1);
  });

  test("writes nothing for an unknown address", async () => {
    const email = `${randomUUID()}@example.org`;
    const { browser, code } = await askCode(email);
    expect(code).toBe("");
    expect(await enter(browser, "123456")).toBeNull();
  });
});

describe("ending sessions", () => {
  async function signedIn(email: string) {
    const result = await signIn(email);
    const viewer = await findViewer(result?.token ?? "");
    if (!viewer) throw new Error("not signed in");
    return viewer;
  }

  test("signing out ends this one and leaves an event", async () => {
    const person = await someone();
    const viewer = await signedIn(person.email);
    await transaction((tx) => signOut(tx, viewer));
    expect(await sessionsOf(person.accountId)).toEqual([]);
    expect(await eventsOn(viewer.sessionId)).toEqual(["session.started", "session.ended"]);
  });

  test("one ends one's own, nobody ends another's", async () => {
    const person = await someone();
    const here = await signedIn(person.email);
    const there = await signedIn(person.email);
    const stranger = await someone();
    const end = (viewer: Viewer) =>
      transaction((tx) => endSession(tx, viewer, { sessionId: there.sessionId }));
    await expect(end(stranger)).rejects.toMatchObject({ code: "notFound" });
    expect(await listSessions(here)).toHaveLength(2);
    await end(here);
    expect(await listSessions(here)).toMatchObject([
      { id: here.sessionId, isCurrent: true, browser: "Firefox", system: "Linux" },
    ]);
    await expect(end(here)).rejects.toMatchObject({ code: "notFound" });
  });

  test("all the others end, this one stays", async () => {
    const person = await someone();
    await signedIn(person.email);
    await signedIn(person.email);
    const here = await signedIn(person.email);
    const { accountId, sessionId: kept } = here;
    expect(await transaction((tx) => endSessions(tx, here, { accountId, kept }))).toBe(2);
    expect(await sessionsOf(accountId)).toEqual([{ id: kept }]);
  });

  test("a stranger ends nobody's", async () => {
    const person = await someone();
    const stranger = await someone();
    const end = transaction((tx) => endSessions(tx, stranger, { accountId: person.accountId }));
    await expect(end).rejects.toMatchObject({ code: "notFound" });
  });

  test("an idle or an old session is dead", async () => {
    const person = await someone();
    for (const change of [
      { seenAt: sql`now() - interval '15 days'` },
      { expiresAt: sql`now() - interval '1 second'` },
    ]) {
      const result = await signIn(person.email);
      const own = and(eq(sessions.accountId, person.accountId));
      await query((db) => db.update(sessions).set(change).where(own));
      expect(await findViewer(result?.token ?? "")).toBeNull();
    }
  });
});
