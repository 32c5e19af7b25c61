import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { AuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { DatabaseUnavailable } from "@/db/errors";
import { makeMember } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { clubAdapter } from "@/lib/core/auth/adapter";
import { readSessionToken } from "@/lib/core/auth/session-cookie";
import { getViewer } from "@/lib/core/auth/viewer";
import { startSession } from "./starting.mutations";

const browser = vi.hoisted(() => ({
  cookies: {} as Record<string, string>,
  maySet: true,
  reads: 0,
  isDown: false,
}));

vi.mock("@/db/client", async (original) => {
  const actual = await original<typeof import("@/db/client")>();
  const look =
    <Args extends unknown[], T>(ask: (...args: Args) => T) =>
    (...args: Args) => {
      browser.reads++;
      if (browser.isDown) throw new DatabaseUnavailable("notWritten", new Error("down"));
      return ask(...args);
    };
  const counted: typeof actual.query = (run) => look(() => actual.query(run))();
  const countedOnce: typeof actual.writtenOnce = (write) => look(actual.writtenOnce(write));
  return { ...actual, query: counted, writtenOnce: countedOnce };
});
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (browser.cookies[name] ? { value: browser.cookies[name] } : undefined),
    set: (name: string, value: string) => {
      if (!browser.maySet) throw new Error("Cookies can only be modified in a Server Action");
      browser.cookies[name] = value;
    },
  }),
}));
vi.mock("next-auth", async (original) => {
  const { getServerSession } = await original<typeof import("next-auth")>();
  const res = { getHeader() {}, setHeader() {}, setCookie() {} };
  return {
    getServerSession: (options: AuthOptions) =>
      getServerSession({ headers: {}, cookies: browser.cookies } as never, res as never, options),
  };
});

beforeEach(() => {
  Object.assign(browser, { cookies: {}, maySet: true, reads: 0, isDown: false });
});
afterAll(closeDatabase);

const COOKIE = "club-session";

async function signedIn() {
  const email = `${randomUUID()}@example.org`;
  const { accountId } = await transaction((tx) => makeMember(tx, {}, { email }));
  const account = { id: accountId, email, status: "active" } as const;
  const device = { userAgent: "", address: "" };
  const { token, sessionId } = await transaction((tx) => startSession(tx, null, account, device));
  browser.cookies[COOKIE] = token;
  return { accountId, sessionId, token };
}

const oldCookie = (sub: string, secret = "a-secret-of-the-tests-and-of-nothing-else") =>
  encode({ token: { sub }, secret, maxAge: 2_592_000 });

test("next-auth gives the viewer of the cookie's session, with one look at the database", async () => {
  const { accountId, sessionId } = await signedIn();
  browser.reads = 0;
  expect(await getViewer()).toMatchObject({ accountId, sessionId, role: "member" });
  expect(browser.reads).toBe(1);
});

test("no cookie, an unknown or a broken one is nobody, without one even unasked", async () => {
  expect(await getViewer()).toBeNull();
  expect(browser.reads).toBe(0);
  for (const cookie of ["x", "a.b.c", await oldCookie("x"), await oldCookie("x", "another")]) {
    browser.cookies[COOKIE] = cookie;
    expect(await getViewer()).toBeNull();
  }
});

test("a session whose second factor is still to be given is nobody's", async () => {
  const { accountId } = await signedIn();
  const factor = { accountId, secret: "sealed", lastStep: 1, confirmedAt: new Date() };
  await query((db) => db.insert(secondFactors).values(factor));
  expect(await getViewer()).toBeNull();
});

test("reading a page writes nothing, also when next-auth thinks the session is due", async () => {
  const { sessionId } = await signedIn();
  const soon = sql`now() + interval '1 day'`;
  await query((db) =>
    db.update(sessions).set({ expiresAt: soon }).where(eq(sessions.id, sessionId)),
  );
  const { expiresAt, seenAt } = sessions;
  const row = () =>
    query((db) =>
      db.select({ expiresAt, seenAt }).from(sessions).where(eq(sessions.id, sessionId)),
    );
  const before = await row();
  browser.reads = 0;
  expect(await getViewer()).not.toBeNull();
  expect(browser.reads).toBe(1);
  expect(await row()).toEqual(before);
});

test("a database that is down is told, and makes nobody a visitor", async () => {
  await signedIn();
  browser.isDown = true;
  await expect(getViewer()).rejects.toBeInstanceOf(DatabaseUnavailable);
});

test("an encrypted cookie of before opens its session and gives way where cookies can be set", async () => {
  const { accountId, token } = await signedIn();
  const old = await oldCookie(token);
  browser.cookies[COOKIE] = old;
  browser.maySet = false;
  expect(await getViewer()).toMatchObject({ accountId });
  expect(browser.cookies[COOKIE]).toBe(old);
  browser.maySet = true;
  expect(await getViewer()).toMatchObject({ accountId });
  expect(browser.cookies[COOKIE]).toBe(token);
  expect(await readSessionToken()).toBe(token);
});

test("what would sign somebody in or out past our verbs is refused", () => {
  const { getSessionAndUser, updateSession, deleteSession, ...others } = clubAdapter(
    async () => null,
  );
  expect([typeof getSessionAndUser, updateSession?.({ sessionToken: "x" })]).toEqual([
    "function",
    null,
  ]);
  expect(deleteSession?.("x")).toBeNull();
  const methods = Object.entries(others) as [string, () => unknown][];
  expect(methods).toHaveLength(11);
  for (const [name, method] of methods) expect(method, name).toThrow(`may not ${name}`);
});
