import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { hashPassword } from "@/lib/core/auth/password";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import { findViewer, requireAccount, requireStaff } from "@/lib/core/auth/viewer";
import type { FormAction, FormState } from "@/lib/core/form-state";
import { signInWithPassword } from "@/lib/sessions/mutations";
import { giveSecondFactorAction } from "./actions";
import { confirmFactor, giveSecondFactor, offerFactor } from "./mutations";
import { getOfferedApp } from "./queries";

const browser = vi.hoisted(() => ({ token: "", client: "", wentTo: "", known: "" }));
/** Whether an answer is held back as long as any other takes: only where that is looked at. */
const clock = vi.hoisted(() => ({ isHeld: false }));

vi.mock("node:timers/promises", async (original) => {
  const { setTimeout } = await original<typeof import("node:timers/promises")>();
  return { setTimeout: (ms: number) => (clock.isHeld ? setTimeout(ms) : Promise.resolve()) };
});

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) =>
      name === "club-known" && browser.known ? { value: browser.known } : undefined,
    set: (name: string, value: string) => {
      if (name === "club-known") browser.known = value;
    },
  }),
  headers: async () =>
    new Headers({ origin: "http://localhost:3000", "x-club-client": browser.client }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
  redirect: (to: string) => {
    browser.wentTo = to;
    throw new Error("redirected");
  },
}));
vi.mock("next-auth", async (original) => {
  const { getServerSession } = await original<typeof import("next-auth")>();
  const res = { getHeader() {}, setHeader() {}, setCookie() {} };
  const request = () => ({ headers: {}, cookies: { "club-session": browser.token } });
  return {
    getServerSession: (options: object) =>
      getServerSession(request() as never, res as never, options as never),
  };
});
vi.mock("@/lib/core/auth/session-cookie", async (original) => ({
  ...(await original<object>()),
  readSessionToken: async () => browser.token,
  writeSessionCookie: async (token: string) => {
    browser.token = token;
  },
}));

const PASSWORD = "cheval agrafe pile";
const DEVICE = { userAgent: "", address: "" };
const CLOSED = /^export const (\w+) = (account|member|admin)Action\(/gm;

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  vi.useFakeTimers({ toFake: ["Date"] });
});
beforeEach(() => {
  Object.assign(browser, { token: "", client: randomUUID(), wentTo: "", known: "" });
  clock.isHeld = false;
});
afterAll(() => {
  vi.useRealTimers();
  return closeDatabase();
});

/** An administrator with an app in use, half signed in. */
async function halfSignedIn() {
  const email = `${randomUUID()}@example.org`;
  const account = { email, passwordHash, role: "administrator" } as const;
  const viewer = await transaction((tx) => makeMember(tx, {}, account));
  await transaction((tx) => offerFactor(tx, viewer, { currentPassword: PASSWORD }));
  const secret = (await getOfferedApp(viewer))?.secret.replaceAll(" ", "") ?? "";
  const codeAt = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + steps * 30_000,
    });
  const recovery = await transaction((tx) => confirmFactor(tx, viewer, { code: codeAt(-1) }));
  const input = { email, password: PASSWORD };
  const secondStep = async () => {
    const signedIn = await transaction((tx) => signInWithPassword(tx, null, input, DEVICE));
    return signedIn?.token ?? "";
  };
  const { accountId } = viewer;
  return { token: await secondStep(), secondStep, codeAt, recovery: recovery ?? [], accountId };
}

async function send(action: FormAction, values: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ _locale: "en", ...values })) form.set(name, value);
  return action({ status: "idle" }, form).catch((error: Error): FormState => {
    if (error.message !== "redirected") throw error;
    return { status: "done", message: browser.wentTo, at: "" };
  });
}

/** Wrong codes, each from a client of its own; how many were looked at. */
async function guess(times: number): Promise<number> {
  let looked = 0;
  for (let time = 0; time < times; time++) {
    browser.client = randomUUID();
    const answer = await send(giveSecondFactorAction, { code: "000000" });
    if (answer.status === "invalid") looked++;
  }
  return looked;
}

describe("a half session", () => {
  test("opens no page of a member or of the team", async () => {
    browser.token = (await halfSignedIn()).token;
    await expect(requireAccount("fr", "/account")).rejects.toThrow("redirected");
    expect(browser.wentTo).toBe("/fr/sign-in?next=%2Ffr%2Faccount");
    await expect(requireStaff()).rejects.toThrow("not found");
  });

  test("is accepted by no action that a visitor may not send", async () => {
    browser.token = (await halfSignedIn()).token;
    const lib = path.resolve(import.meta.dirname, "..");
    const files = fs.readdirSync(lib, { recursive: true, encoding: "utf8" });
    const closed = files
      .filter((file) => path.basename(file) === "actions.ts")
      .map((file) => path.join(lib, file))
      .flatMap((file) =>
        [...fs.readFileSync(file, "utf8").matchAll(CLOSED)].map(([, name = "", kind = ""]) => ({
          file,
          name,
          kind,
        })),
      );
    expect(closed.length).toBeGreaterThan(60);
    for (const { file, name, kind } of closed) {
      const actions: Record<string, FormAction> = await import(file);
      browser.client = randomUUID();
      const code = kind === "admin" ? "notFound" : "signInFirst";
      expect(await send(actions[name] as FormAction), name).toMatchObject({ code });
    }
  });
});

describe("giving the second factor", () => {
  test("signs in and goes back where one came from", async () => {
    const { token, codeAt, accountId } = await halfSignedIn();
    browser.token = token;
    const sent = { code: codeAt(0), next: "/fr/admin" };
    expect(await send(giveSecondFactorAction, sent)).toMatchObject({ message: "/en/admin" });
    expect(browser.token).not.toBe(token);
    expect((await findViewer(browser.token))?.accountId).toBe(accountId);
  });

  test("of two right codes at once one makes it whole, and its secret stays good", async () => {
    const { token: sessionToken, recovery } = await halfSignedIn();
    const tries = await Promise.allSettled(
      recovery.map((code) =>
        transaction((tx) => giveSecondFactor(tx, { sessionToken, code }, DEVICE)),
      ),
    );
    const given = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(given).toHaveLength(1);
    expect(await findViewer(given[0]?.token ?? "")).not.toBeNull();
    const isIt = eq(sessions.id, given[0]?.sessionId ?? "");
    const [session] = await query((db) =>
      db.select({ expiresAt: sessions.expiresAt }).from(sessions).where(isIt),
    );
    // As long as any, not the ten minutes of a half one.
    expect(Number(session?.expiresAt)).toBeGreaterThan(Date.now() + 86_400_000);
  });

  test("takes as long for a right code as for a wrong one", async () => {
    const { token, codeAt } = await halfSignedIn();
    clock.isHeld = true;
    for (const code of ["000000", "k7qm-x2hd-0109-abcd-efgh-jkmn", codeAt(0)]) {
      browser.token = token;
      const since = performance.now();
      await send(giveSecondFactorAction, { code });
      expect(performance.now() - since).toBeGreaterThan(590);
    }
  });

  test("is not closed to its owner by five wrong codes of others who have the password", async () => {
    const { token, codeAt } = await halfSignedIn();
    browser.token = token;
    await guess(5);
    browser.client = randomUUID();
    expect(await send(giveSecondFactorAction, { code: codeAt(0) })).toMatchObject({
      status: "done",
    });
  });

  test("is let in at once by a browser the account knows, and within a minute by another, after fifty", async () => {
    const { token, codeAt, secondStep } = await halfSignedIn();
    browser.token = token;
    await send(giveSecondFactorAction, { code: codeAt(0) });
    const { known } = browser;
    expect(known).not.toBe("");
    browser.known = "";
    browser.token = await secondStep();
    expect(await guess(50)).toBe(LIMITS.factorFirst.free + LIMITS.factorAgain.free);
    browser.client = randomUUID();
    const told = await send(giveSecondFactorAction, { code: codeAt(1) });
    expect(told).toMatchObject({ code: "tooManyRequests" });
    expect("message" in told && told.message).toContain("1 minute");
    browser.known = known;
    expect(await send(giveSecondFactorAction, { code: codeAt(1) })).toMatchObject({
      status: "done",
    });
  });

  test("is closed to an address after as many tries as the first step", async () => {
    for (let attempt = 0; attempt < 25; attempt++) {
      const answer = await send(giveSecondFactorAction, { code: "000000" });
      expect(answer).toMatchObject({ code: "factorTooLate" });
    }
    const answer = await send(giveSecondFactorAction, { code: "000000" });
    expect(answer).toMatchObject({ code: "tooManyRequests" });
  });
});
