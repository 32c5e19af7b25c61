import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { rateLimits } from "@/db/schema/rate-limits";
import { hashPassword } from "@/lib/core/auth/password";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import type { FormAction, FormState } from "@/lib/core/form-state";
import { requestPasswordResetAction, signInAction } from "./actions";

type Browser = { client: string; cookies: Record<string, string> };
const world = vi.hoisted(() => ({
  browser: { client: "", cookies: {} } as Browser,
  waits: [] as number[],
  holdAll: false,
}));

vi.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => {
    world.waits.push(ms);
    return world.holdAll ? new Promise(() => {}) : Promise.resolve();
  },
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirected ${to}`);
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ origin: "http://localhost:3000", "x-club-client": world.browser.client }),
  cookies: async () => {
    const { cookies } = world.browser;
    return {
      get: (name: string) => (cookies[name] ? { value: cookies[name] } : undefined),
      set: (name: string, value: string) => {
        cookies[name] = value;
      },
    };
  },
}));
vi.mock("next-auth", async (original) => {
  const { getServerSession } = await original<typeof import("next-auth")>();
  const res = { getHeader() {}, setHeader() {}, setCookie() {} };
  const req = () => ({ headers: {}, cookies: world.browser.cookies });
  return {
    getServerSession: (options: object) =>
      getServerSession(req() as never, res as never, options as never),
  };
});

const PASSWORD = "cheval agrafe pile";
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
beforeEach(() => {
  Object.assign(world, { waits: [], holdAll: false });
});
afterAll(closeDatabase);

const newBrowserAt = (client: string): Browser => ({ client, cookies: {} });
const newBrowser = () => newBrowserAt(randomUUID());

async function send(action: FormAction, browser: Browser, values: Record<string, string>) {
  world.browser = browser;
  const form = new FormData();
  for (const [name, value] of Object.entries({ _locale: "en", ...values })) form.set(name, value);
  return action({ status: "idle" }, form).catch((error: Error): FormState => {
    if (!error.message.startsWith("redirected")) throw error;
    return { status: "done", message: error.message, at: "" };
  });
}

const signIn = (browser: Browser, email: string, password = PASSWORD) =>
  send(signInAction, browser, { email, password, way: "password" });
const askCode = (browser: Browser, email: string) =>
  send(signInAction, browser, { email, password: "", way: "code" });
const askReset = (browser: Browser, email: string) =>
  send(requestPasswordResetAction, browser, { email });

async function someone() {
  const email = `${randomUUID()}@example.org`;
  const viewer = await transaction((tx) => makeMember(tx, {}, { email, passwordHash }));
  const home = newBrowser();
  expect(await signIn(home, email)).toMatchObject({ status: "done" });
  return { email, home, viewer };
}

/** What a browser keeps for good: its session is over. */
const signedOut = (browser: Browser): Browser => {
  const { "club-session": _, ...cookies } = browser.cookies;
  return { ...browser, cookies };
};

const mailsTo = (address: string, kind: string) =>
  query((db) => db.$count(mails, and(eq(mails.address, address), eq(mails.kind, kind))));

/** How long requests were held: what answers evenly holds everyone alike. */
const longestWait = () => Math.max(0, ...world.waits.filter((ms) => ms > 600));

/** One try after the other, each from a client of its own unless one is given. */
async function attack(tries: number, email: string, client?: string) {
  const codes: (string | undefined)[] = [];
  for (let time = 0; time < tries; time++) {
    const stranger = newBrowserAt(client ?? randomUUID());
    const answer = await signIn(stranger, email, "not the password");
    codes.push("code" in answer ? answer.code : undefined);
  }
  return codes;
}

describe("after strangers tried an address", () => {
  test.each([
    ["16 times from one client", 16, "203.0.113.7"],
    ["500 times from 500 clients", 500, undefined],
  ])(
    "%s, its owner signs in at once where they signed in before",
    async (_how, tries, client) => {
      const { email, home } = await someone();
      const guessed = await attack(tries, email, client && randomUUID());
      expect(guessed).toContain("tooManyRequests");
      world.waits = [];
      expect(await signIn(signedOut(home), email)).toMatchObject({ status: "done" });
      expect(longestWait()).toBe(0);
    },
    60_000,
  );

  test("16 times, its owner signs in at once in a new browser elsewhere", async () => {
    const { email } = await someone();
    await attack(16, email, randomUUID());
    world.waits = [];
    expect(await signIn(newBrowser(), email)).toMatchObject({ status: "done" });
    expect(longestWait()).toBe(0);
  });

  test("from 500 clients, its owner waits sixteen seconds at most in a new browser elsewhere", async () => {
    const { email } = await someone();
    const guessed = await attack(500, email);
    const { passwordFirst: first, passwordAgain: again } = LIMITS;
    const answered = guessed.filter((code) => code === "wrongCredentials").length;
    expect(answered).toBeGreaterThanOrEqual(first.free + again.free);
    // The turns come in real time, of which this test takes some.
    expect(answered).toBeLessThan(40);
    const elsewhere = newBrowser();
    const told = await signIn(elsewhere, email);
    if (told.status !== "done") {
      expect(told).toMatchObject({ code: "tooManyRequests" });
      expect("message" in told && told.message).toContain("1 minute");
      await query((db) =>
        db
          .update(rateLimits)
          .set({ expire: sql`${rateLimits.expire} - make_interval(secs => ${first.every})` })
          .where(eq(rateLimits.key, `passwordFirst:${hashToken(email)}`)),
      );
      world.waits = [];
      expect(await signIn(elsewhere, email)).toMatchObject({ status: "done" });
    }
    expect(longestWait()).toBeLessThanOrEqual(first.wait * 1000);
  }, 60_000);

  test("a client that goes on is closed for every address, and told for how long", async () => {
    const { client } = newBrowser();
    const { points } = LIMITS.signInByAddress;
    for (let time = 0; time < points; time++) {
      await signIn(newBrowserAt(client), `${randomUUID()}@example.org`, "x");
    }
    const { email } = await someone();
    expect(await signIn(newBrowserAt(client), email)).toMatchObject({
      code: "tooManyRequests",
      message: expect.stringMatching(/[1-5] minutes?/),
    });
  });

  test("and the owner shares their network, a browser the account knows is let in", async () => {
    const { email, home } = await someone();
    await attack(30, email, home.client);
    expect(await signIn(newBrowserAt(home.client), email)).toMatchObject({
      code: "tooManyRequests",
    });
    expect(await signIn(signedOut(home), email)).toMatchObject({ status: "done" });
  });

  test("an address without an account is slowed alike", async () => {
    const { email } = await someone();
    const nobody = `${randomUUID()}@example.org`;
    const client = randomUUID();
    expect(await attack(20, email, client)).toEqual(await attack(20, nobody, randomUUID()));
  });
});

describe("letters that strangers ask for", () => {
  test("stop at six of a kind at once, while a browser the account knows still gets its own", async () => {
    const { email, home } = await someone();
    for (let time = 0; time < 20; time++) await askCode(newBrowser(), email);
    for (let time = 0; time < 20; time++) await askReset(newBrowser(), email);
    const { mailFirst, mailAgain, resetFirst, resetAgain } = LIMITS;
    const most = mailFirst.free + mailAgain.free;
    expect(resetFirst.free + resetAgain.free).toBe(most);
    const sent = async () => [
      await mailsTo(email, "signInCode"),
      await mailsTo(email, "passwordReset"),
    ];
    expect(await sent()).toEqual([most, most]);
    expect(await askCode(newBrowser(), email)).toMatchObject({
      code: "tooManyRequests",
      message: expect.stringContaining("15 minutes"),
    });
    expect(await askCode(signedOut(home), email)).toMatchObject({ status: "done" });
    expect(await askReset(signedOut(home), email)).toMatchObject({ status: "done" });
    expect(await sent()).toEqual([most + 1, most + 1]);
  });

  test("16 from one client leave the first ones of another", async () => {
    const { email } = await someone();
    const client = randomUUID();
    for (let time = 0; time < 16; time++) await askCode(newBrowserAt(client), email);
    expect(await mailsTo(email, "signInCode")).toBe(4);
    expect(await askCode(newBrowser(), email)).toMatchObject({ status: "done" });
    expect(await mailsTo(email, "signInCode")).toBe(5);
  });
});

test("requests that wait are bounded: the next is refused, not held", async () => {
  world.holdAll = true;
  const held: Promise<unknown>[] = [];
  const refused: FormState[] = [];
  for (let address = 0; address < 110; address++) {
    const email = `${randomUUID()}@example.org`;
    const key = hashToken(email);
    const { free, every } = LIMITS.passwordFirst;
    await query((db) =>
      db.insert(rateLimits).values({
        key: `passwordFirst:${key}`,
        points: 0,
        expire: new Date(Date.now() + (free - 1) * every * 1000 + 7000),
      }),
    );
    const before = world.waits.length;
    const answer = signIn(newBrowser(), email, "x");
    const first = await Promise.race([
      answer,
      vi
        .waitUntil(() => world.waits.length > before, { interval: 2, timeout: 15_000 })
        .then(() => null),
    ]);
    if (first) refused.push(first);
    else held.push(answer);
  }
  expect(held).toHaveLength(100);
  expect(refused).toHaveLength(10);
  for (const answer of refused) expect(answer).toMatchObject({ code: "tooManyRequests" });
});

test("a known browser has ten wrong passwords of its own, then counts as any other", async () => {
  const { email, home } = await someone();
  const counted = () =>
    query((db) => db.$count(rateLimits, eq(rateLimits.key, `passwordFirst:${hashToken(email)}`)));
  for (let time = 0; time < LIMITS.knownPassword.points; time++) {
    expect(await signIn(signedOut(home), email, "x")).toMatchObject({ code: "wrongCredentials" });
  }
  expect(await counted()).toBe(0);
  expect(await signIn(signedOut(home), email, "x")).toMatchObject({ code: "wrongCredentials" });
  expect(await counted()).toBe(1);
});

test("a browser that another account knows is a stranger's", async () => {
  const { email } = await someone();
  const other = await someone();
  await attack(40, email);
  const theirs = { ...signedOut(other.home), client: randomUUID() };
  world.waits = [];
  const told = await signIn(theirs, email);
  // A turn may just have come: then it was waited for.
  if (longestWait() === 0) expect(told).toMatchObject({ code: "tooManyRequests" });
});
