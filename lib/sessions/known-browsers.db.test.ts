import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { knownBrowsers } from "@/db/schema/accounts";
import { isKnownBrowser } from "@/lib/core/auth/known-browser";
import { hashPassword } from "@/lib/core/auth/password";
import { KNOWN_BROWSERS_AT_MOST } from "@/lib/core/auth/session-life";
import { hashToken } from "@/lib/core/auth/tokens";
import { changePassword, choosePassword, openLink } from "@/lib/passwords/mutations";
import { endSession, endSessions, signOut } from "./mutations";
import { countKnownBrowsers } from "./queries";
import { startSession } from "./starting.mutations";

const PASSWORD = "cheval agrafe pile";
const FRESH = "trombone lagune 47 osier";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(closeDatabase);

async function someone() {
  const email = `${randomUUID()}@example.org`;
  const viewer = await transaction((tx) => makeMember(tx, {}, { email, passwordHash }));
  const account = { id: viewer.accountId, email, status: "active" } as const;
  /** Signs in with a browser that shows the secret given; what it is given and how it is signed in. */
  const signIn = async (shown: string | null = null) => {
    const device = { userAgent: "", address: "", secret: shown };
    const started = await transaction((tx) => startSession(tx, null, account, device));
    const { browserSecret, sessionId } = started;
    if (!browserSecret) throw new Error("no whole session");
    return { secret: browserSecret, viewer: { ...viewer, sessionId } };
  };
  const knows = (secret: string) => isKnownBrowser(secret, { email });
  return { email, viewer, signIn, knows };
}

test("a secret is known to its account only, by address and by account, and as a hash", async () => {
  const { email, viewer, signIn, knows } = await someone();
  const other = await someone();
  const { secret } = await signIn();
  expect(await knows(secret)).toBe(true);
  expect(await isKnownBrowser(secret, { accountId: viewer.accountId })).toBe(true);
  expect(await isKnownBrowser(secret)).toBe(true);
  expect(await other.knows(secret)).toBe(false);
  expect(await knows("planted")).toBe(false);
  expect(await isKnownBrowser(hashToken(secret), { email })).toBe(false);
});

test("each sign-in gives a new secret, under which all accounts of the browser know it", async () => {
  const one = await someone();
  const other = await someone();
  const first = await one.signIn("planted before");
  expect(first.secret).not.toBe("planted before");
  const second = await other.signIn(first.secret);
  expect([await one.knows(first.secret), await other.knows(first.secret)]).toEqual([false, false]);
  expect([await one.knows(second.secret), await other.knows(second.secret)]).toEqual([true, true]);
  await one.signIn(second.secret);
  expect(await countKnownBrowsers(one.viewer)).toBe(1);
});

test("signing out keeps it, ending its session by hand forgets it", async () => {
  const { signIn, knows } = await someone();
  const here = await signIn();
  const there = await signIn();
  await transaction((tx) => endSession(tx, here.viewer, there.viewer));
  expect(await knows(there.secret)).toBe(false);
  await transaction((tx) => signOut(tx, here.viewer));
  expect(await knows(here.secret)).toBe(true);
});

test("ending the other sessions, a changed and a chosen password forget the others", async () => {
  const { signIn, knows } = await someone();
  const here = await signIn();
  const { accountId, sessionId: kept } = here.viewer;
  const acts = [
    () => transaction((tx) => endSessions(tx, here.viewer, { accountId, kept })),
    () =>
      transaction((tx) =>
        changePassword(tx, here.viewer, { currentPassword: PASSWORD, password: FRESH }),
      ),
  ];
  for (const act of acts) {
    const there = await signIn();
    await act();
    expect([await knows(there.secret), await knows(here.secret)]).toEqual([false, true]);
  }
  const token = await transaction((tx) => openLink(tx, { accountId, purpose: "reset-password" }));
  await transaction((tx) => choosePassword(tx, { token, password: PASSWORD + FRESH }));
  expect(await knows(here.secret)).toBe(false);
});

test("it is known for a year, and an account knows twenty", async () => {
  const { viewer, signIn, knows } = await someone();
  const { accountId } = viewer;
  const old = await signIn();
  const leave = (days: number) =>
    query((db) =>
      db
        .update(knownBrowsers)
        .set({ seenAt: sql`now() - make_interval(days => ${days})` })
        .where(eq(knownBrowsers.accountId, accountId)),
    );
  await leave(364);
  expect(await knows(old.secret)).toBe(true);
  await leave(366);
  expect(await knows(old.secret)).toBe(false);
  for (let time = 0; time <= KNOWN_BROWSERS_AT_MOST; time++) await signIn();
  const rows = await query((db) =>
    db.$count(knownBrowsers, eq(knownBrowsers.accountId, accountId)),
  );
  expect(rows).toBe(KNOWN_BROWSERS_AT_MOST);
});
