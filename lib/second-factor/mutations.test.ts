import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { hashPassword } from "@/lib/core/auth/password";
import { findHalfSession, findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { signInWithPassword } from "@/lib/sessions/mutations";
import {
  confirmFactor,
  giveSecondFactor,
  offerFactor,
  renewRecoveryCodes,
  resetFactor,
  switchOffFactor,
} from "./mutations";
import { getOfferedApp, getOwnFactor } from "./queries";

const PASSWORD = "cheval agrafe pile";
const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux) Firefox/140.0", address: "192.0.2.7" };
const HALF_MINUTE = 30_000;

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  // Codes change every half minute: not in the middle of a test.
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
  return closeDatabase();
});

/** The code an app shows, `steps` half minutes from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * HALF_MINUTE,
  });

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const signIn = (email: string) =>
  transaction((tx) => signInWithPassword(tx, null, { email, password: PASSWORD }, DEVICE));

const give = (sessionToken: string, code: string) =>
  transaction((tx) => giveSecondFactor(tx, { sessionToken, code }, DEVICE));

async function someone() {
  const email = `${randomUUID()}@example.org`;
  await transaction((tx) => makeAccount(tx, { email, passwordHash, role: "administrator" }));
  const token = (await signIn(email))?.token ?? "";
  const viewer = await findViewer(token);
  if (!viewer) throw new Error("not signed in");
  return { email, viewer, token };
}

async function offered(viewer: Viewer, code?: string) {
  const input = { code, currentPassword: PASSWORD };
  expect(await transaction((tx) => offerFactor(tx, viewer, input))).toBe(true);
  return (await getOfferedApp(viewer))?.secret.replaceAll(" ", "") ?? "";
}

/** Somebody whose app gave its first code a step ago, so that the present code is still good. */
async function withFactor() {
  const person = await someone();
  const secret = await offered(person.viewer);
  const code = codeOf(secret, -1);
  const codes = await transaction((tx) => confirmFactor(tx, person.viewer, { code }));
  if (!codes) throw new Error("the first code was refused");
  return { ...person, secret, codes };
}

async function half(email: string): Promise<string> {
  const signedIn = await signIn(email);
  expect(signedIn).toMatchObject({ isHalf: true, owesFactor: false });
  return signedIn?.token ?? "";
}

async function mailsTo(address: string) {
  const rows = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.address, address)),
  );
  return rows.map(({ kind }) => kind).sort();
}

describe("setting an app up", () => {
  test("takes the app's first code, seals its secret and ends the other sessions", async () => {
    const { email, viewer, token } = await someone();
    const other = (await signIn(email))?.token ?? "";
    const secret = await offered(viewer);
    expect((await findViewer(other))?.accountId).toBe(viewer.accountId);
    const confirm = (code: string) => transaction((tx) => confirmFactor(tx, viewer, { code }));
    expect(await confirm(wrong(codeOf(secret)))).toBeNull();
    expect((await getOwnFactor(viewer)).confirmedAt).toBeNull();
    expect(await confirm(codeOf(secret))).toHaveLength(10);
    expect(await getOwnFactor(viewer)).toEqual({ confirmedAt: expect.any(Date), codesLeft: 10 });
    expect(await getOfferedApp(viewer)).toBeNull();
    const stored = await query((db) =>
      db.select({ secret: secondFactors.secret }).from(secondFactors),
    );
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect((await findViewer(token))?.role).toBe("administrator");
    expect(await findViewer(other)).toBeNull();
    const names = ["factor.offered", "factor.refused", "session.all-ended", "factor.set-up"];
    expect(await eventsOn(viewer.accountId)).toEqual(names);
    expect(await mailsTo(email)).toEqual(["secondFactorSetUp"]);
  });

  test("is refused where none was offered", async () => {
    const { viewer } = await someone();
    const confirm = transaction((tx) => confirmFactor(tx, viewer, { code: "123456" }));
    await expect(confirm).rejects.toMatchObject({ code: "conflict" });
  });

  test("twenty first codes at once switch it on once", async () => {
    const { viewer } = await someone();
    const code = codeOf(await offered(viewer));
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => transaction((tx) => confirmFactor(tx, viewer, { code }))),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await getOwnFactor(viewer)).toMatchObject({ codesLeft: 10 });
  });

  test("another app needs a code of the one in use, which works until then", async () => {
    const { email, viewer, secret } = await withFactor();
    const offer = (code?: string) =>
      transaction((tx) => offerFactor(tx, viewer, { code, currentPassword: PASSWORD }));
    expect(await offer()).toBe(false);
    expect(await offer(wrong(codeOf(secret)))).toBe(false);
    const other = await offered(viewer, codeOf(secret));
    const token = await half(email);
    expect(await give(token, codeOf(other))).toBeNull();
    expect(await give(token, codeOf(secret, 1))).not.toBeNull();
    const codes = await transaction((tx) => confirmFactor(tx, viewer, { code: codeOf(other) }));
    expect(codes).toHaveLength(10);
    expect(await give(await half(email), codeOf(other, 1))).not.toBeNull();
  });
});

describe("the second step of signing in", () => {
  test("makes a half session whole under another secret", async () => {
    const { email, viewer, secret } = await withFactor();
    const token = await half(email);
    expect(await findViewer(token)).toBeNull();
    expect(await findHalfSession(token)).toMatchObject({ accountId: viewer.accountId });
    expect(await give(token, wrong(codeOf(secret)))).toBeNull();
    const signedIn = await give(token, codeOf(secret));
    expect(signedIn).toMatchObject({ isHalf: false, owesFactor: false, status: "active" });
    expect(await findViewer(token)).toBeNull();
    expect(await findHalfSession(token)).toBeNull();
    expect(await findHalfSession(signedIn?.token ?? "")).toBeNull();
    expect((await findViewer(signedIn?.token ?? ""))?.accountId).toBe(viewer.accountId);
    const names = ["session.factor-asked", "session.started"];
    expect(await eventsOn(signedIn?.sessionId ?? "")).toEqual(names);
    expect((await eventsOn(viewer.accountId)).at(-1)).toBe("factor.refused");
  });

  test("a code works once, an older one not at all", async () => {
    const { email, secret } = await withFactor();
    const code = codeOf(secret);
    expect(await give(await half(email), codeOf(secret, -1))).toBeNull();
    expect(await give(await half(email), code)).not.toBeNull();
    expect(await give(await half(email), code)).toBeNull();
    expect(await give(await half(email), codeOf(secret, 1))).not.toBeNull();
  });

  test("twenty at once with one code: one comes in", async () => {
    const { email, secret } = await withFactor();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => half(email)));
    const code = codeOf(secret);
    const given = await Promise.all(tokens.map((token) => give(token, code)));
    expect(given.filter(Boolean)).toHaveLength(1);
  });

  test("a recovery code works once, also for twenty at once, and its owner is told", async () => {
    const { email, viewer, codes } = await withFactor();
    const [first = "", second = ""] = codes;
    const tokens = await Promise.all(Array.from({ length: 20 }, () => half(email)));
    const given = await Promise.all(tokens.map((token) => give(token, first.toUpperCase())));
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await give(await half(email), first)).toBeNull();
    expect(await give(await half(email), second)).not.toBeNull();
    expect((await getOwnFactor(viewer)).codesLeft).toBe(8);
    const used = (await eventsOn(viewer.accountId)).filter((name) => name === "factor.code-used");
    expect(used).toHaveLength(2);
    expect(await mailsTo(email)).toEqual([
      "recoveryCodeUsed",
      "recoveryCodeUsed",
      "secondFactorRefused",
      "secondFactorSetUp",
    ]);
  });
});

describe("a half session", () => {
  test("is not made whole by somebody else's codes; the database holds none of them", async () => {
    const { email } = await withFactor();
    const stranger = await withFactor();
    const token = await half(email);
    expect(await give(token, stranger.codes[0] ?? "")).toBeNull();
    expect(await give(token, codeOf(stranger.secret))).toBeNull();
    const rows = await query((db) =>
      db
        .select({ codeHash: recoveryCodes.codeHash })
        .from(recoveryCodes)
        .where(eq(recoveryCodes.accountId, stranger.viewer.accountId)),
    );
    expect(rows.map(({ codeHash }) => codeHash).join()).toMatch(/^([0-9a-f]{64},?){10}$/);
  });

  test("lives ten minutes, and there is none without a factor", async () => {
    const { email, secret } = await withFactor();
    const token = await half(email);
    const { sessionId = "" } = (await findHalfSession(token)) ?? {};
    const [row] = await query((db) =>
      db
        .select({ expiresAt: sessions.expiresAt, createdAt: sessions.createdAt })
        .from(sessions)
        .where(eq(sessions.id, sessionId)),
    );
    expect(Number(row?.expiresAt) - Number(row?.createdAt)).toBe(600_000);
    await query((db) =>
      db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, sessionId)),
    );
    const late = { code: "factorTooLate" };
    await expect(give(token, codeOf(secret))).rejects.toMatchObject(late);
    const whole = (await someone()).token;
    await expect(give(whole, codeOf(secret))).rejects.toMatchObject(late);
    await expect(give("", codeOf(secret))).rejects.toMatchObject(late);
  });
});

describe("changing it", () => {
  test("new codes take the place of the old ones", async () => {
    const { email, viewer, secret, codes } = await withFactor();
    const renew = (code: string) => transaction((tx) => renewRecoveryCodes(tx, viewer, { code }));
    expect(await renew(wrong(codeOf(secret)))).toBeNull();
    const fresh = await renew(codeOf(secret));
    expect(fresh).toHaveLength(10);
    expect(await give(await half(email), codes[0] ?? "")).toBeNull();
    expect(await give(await half(email), fresh?.[0] ?? "")).not.toBeNull();
    expect(await mailsTo(email)).toContain("recoveryCodesRenewed");
  });

  test("switching it off takes a code, ends half sessions, and lets one in by one step", async () => {
    const { email, viewer, secret } = await withFactor();
    const waiting = await half(email);
    const off = (code: string) => transaction((tx) => switchOffFactor(tx, viewer, { code }));
    expect(await off(wrong(codeOf(secret)))).toBe(false);
    expect(await off(codeOf(secret))).toBe(true);
    expect(await findViewer(waiting)).toBeNull();
    expect((await signIn(email))?.isHalf).toBe(false);
    await expect(off(codeOf(secret, 1))).rejects.toMatchObject({ code: "moveNotAllowed" });
    expect(await mailsTo(email)).toContain("secondFactorSwitchedOff");
  });

  test("the operator takes it off, ends the sessions and writes to the person", async () => {
    const { email, viewer, token } = await withFactor();
    const { accountId } = viewer;
    const reset = (by: Viewer | "portal") =>
      transaction((tx) => resetFactor(tx, by, { accountId }));
    await expect(reset(viewer)).rejects.toMatchObject({ code: "notFound" });
    expect(await reset("portal")).toBe(true);
    expect(await reset("portal")).toBe(false);
    expect(await findViewer(token)).toBeNull();
    expect((await getOwnFactor(viewer)).confirmedAt).toBeNull();
    expect((await eventsOn(accountId)).at(-1)).toBe("factor.reset");
    expect(await mailsTo(email)).toContain("secondFactorReset");
    expect((await signIn(email))?.isHalf).toBe(false);
  });

  test("a suspended account keeps it: the password alone does not open its data", async () => {
    const { email, viewer, secret } = await withFactor();
    const isIt = eq(accounts.id, viewer.accountId);
    await query((db) =>
      db.update(accounts).set({ role: "member", status: "suspended" }).where(isIt),
    );
    const token = await half(email);
    expect(await findViewer(token)).toBeNull();
    expect(await give(token, codeOf(secret))).toMatchObject({ status: "suspended" });
  });
});
