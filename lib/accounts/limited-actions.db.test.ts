import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mails } from "@/db/schema/mail";
import { rateLimits } from "@/db/schema/rate-limits";
import { sealReader } from "@/lib/core/auth/form-reader";
import { hashPassword } from "@/lib/core/auth/password";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import { newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction, FormState } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  changeAddressAction,
  changePasswordAction,
  confirmAddressAction,
  requestPasswordResetAction,
  signInAction,
  signInWithCodeAction,
  undoAddressChangeAction,
} from "./actions";

const world = vi.hoisted(() => ({ client: "", viewer: null as Viewer | null }));

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirected ${to}`);
  },
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ origin: "http://localhost:3000", "x-club-client": world.client }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => world.viewer }));

afterAll(closeDatabase);

const PASSWORD = "confluence-2014-kapok";
const hash = hashPassword(PASSWORD);
const anyAddress = () => `${randomUUID()}@example.org`;

async function someone(): Promise<Viewer> {
  const [email, passwordHash] = [anyAddress(), await hash];
  const viewer = await transaction((tx) => makeAccount(tx, { email, passwordHash }));
  return { ...viewer, sessionId: randomUUID() };
}

/** Sends a form; each from a client of its own unless one is given. */
async function send(
  action: FormAction,
  viewer: Viewer | null,
  values: Record<string, string>,
  client: string = randomUUID(),
) {
  Object.assign(world, { viewer, client });
  const form = new FormData();
  const key = `${randomUUID()}~${sealReader(viewer)}`;
  for (const [name, value] of Object.entries({ _locale: "en", _key: key, ...values })) {
    form.set(name, value);
  }
  return action({ status: "idle" }, form).catch((error: Error): FormState => {
    if (!error.message.startsWith("redirected")) throw error;
    return { status: "done", message: error.message, at: "" };
  });
}

test("the current password of an account is not guessed without end, from whatever client", async () => {
  const viewer = await someone();
  const guess = () =>
    send(changePasswordAction, viewer, {
      currentPassword: "not the password",
      password: "a-quite-unrelated-word-44",
      passwordAgain: "a-quite-unrelated-word-44",
    });
  for (let time = 0; time < LIMITS.mailedLink.points; time++) {
    expect(await guess()).toMatchObject({ fields: { currentPassword: expect.any(String) } });
  }
  expect(await guess()).toMatchObject({ code: "tooManyRequests" });
});

test("who forgot their password reads that a link was sent, signed in or not", async () => {
  const viewer = await someone();
  for (const [by, page] of [
    [null, "/en/sign-in"],
    [viewer, "/en/account"],
  ] as const) {
    const sent = await send(requestPasswordResetAction, by, { email: anyAddress() });
    expect(sent).toMatchObject({ message: `redirected ${page}?notice=resetSent` });
  }
});

test("letters to a new address are bounded, and who does not know the password uses none up", async () => {
  const email = anyAddress();
  const ask = async (currentPassword: string) =>
    send(changeAddressAction, await someone(), { email, currentPassword });
  const { points } = LIMITS.mailedLink;
  for (let time = 0; time <= points; time++) {
    expect(await ask("not the password")).toMatchObject({ status: "invalid" });
  }
  for (let time = 0; time < points; time++) {
    expect(await ask(PASSWORD)).toMatchObject({ status: "done" });
  }
  expect(await ask(PASSWORD)).toMatchObject({ code: "tooManyRequests" });
  const letters = and(eq(mails.address, email), eq(mails.kind, "addressToConfirm"));
  expect(await query((db) => db.$count(mails, letters))).toBe(points);
});

test.each([
  ["confirm", confirmAddressAction],
  ["undo", undoAddressChangeAction],
] as const)(
  "a stranger on the same network does not close the link to %s a change",
  async (_how, action) => {
    const client = randomUUID();
    const closed = { key: `signInByAddress:${client}`, points: LIMITS.signInByAddress.points };
    await query((db) =>
      db.insert(rateLimits).values({ ...closed, expire: new Date(Date.now() + 200_000) }),
    );
    const token = newToken();
    const open = () => send(action, null, { token }, client);
    for (let time = 0; time < LIMITS.addressLink.points; time++) {
      expect(await open()).toMatchObject({ code: "linkExpired" });
    }
    expect(await open()).toMatchObject({ code: "tooManyRequests" });
    expect(await send(action, null, { token: newToken() }, client)).toMatchObject({
      code: "linkExpired",
    });
  },
);

test("whoever types a mailed code in another browser is told where it works", async () => {
  const email = anyAddress();
  const { accountId } = await transaction((tx) => makeAccount(tx, { email }));
  await send(signInAction, null, { email, way: "code" });
  const ofAccount = and(eq(mails.accountId, accountId), eq(mails.kind, "signInCode"));
  const [mail] = await query((db) => db.select({ data: mails.data }).from(mails).where(ofAccount));
  const code = String(mail?.data.code);
  // No browser here keeps its cookie: the one that asked is not the one that answers.
  expect(await send(signInWithCodeAction, null, { code })).toMatchObject({
    fields: { code: getTranslator("en", "errors")("wrongMailedCode") },
  });
});
