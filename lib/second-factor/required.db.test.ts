import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { closeDatabase, query, transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { adminAction, memberAction } from "@/lib/core/action";
import { sealReader } from "@/lib/core/auth/form-reader";
import { hashPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer, requireStaff } from "@/lib/core/auth/viewer";
import { signInWithPassword } from "@/lib/sessions/mutations";
import { confirmFactor, offerFactor, switchOffFactor } from "./mutations";
import { getOfferedApp } from "./queries";

const PASSWORD = "cheval agrafe pile";
const world = vi.hoisted(() => ({ token: "", demo: "0", wentTo: "" }));

vi.mock("@/lib/core/env", async (original) => {
  const actual = await original<typeof import("@/lib/core/env")>();
  return { ...actual, env: () => ({ ...actual.env(), CLUB_DEMO: world.demo }) };
});
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({ origin: "http://localhost:3000", "x-club-client": "::1", "x-club-locale": "zh" }),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("not found");
  },
  redirect: (to: string) => {
    world.wentTo = to;
    throw new Error("redirected");
  },
}));
vi.mock("next-auth", async (original) => {
  const { getServerSession } = await original<typeof import("next-auth")>();
  const res = { getHeader() {}, setHeader() {}, setCookie() {} };
  const request = () => ({ headers: {}, cookies: { "club-session": world.token } });
  return {
    getServerSession: (options: object) =>
      getServerSession(request() as never, res as never, options as never),
  };
});
vi.mock("@/lib/core/auth/session-cookie", async (original) => ({
  ...(await original<object>()),
  readSessionToken: async () => world.token,
}));

beforeEach(() => {
  Object.assign(world, { token: "", demo: "0", wentTo: "" });
});
afterAll(() => closeDatabase());

const onlyTeam = adminAction(z.strictObject({}), async () => ({}));
const onlyMembers = memberAction(z.strictObject({}), async () => ({}));

/** An active account with a session of its own. */
async function someone(role: Role) {
  const email = `${randomUUID()}@example.org`;
  const passwordHash = await hashPassword(PASSWORD);
  const made = await transaction((tx) => makeMember(tx, {}, { email, role, passwordHash }));
  const token = newToken();
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [session] = await query((db) =>
    db
      .insert(sessions)
      .values({ accountId: made.accountId, tokenHash: hashToken(token), expiresAt })
      .returning({ id: sessions.id }),
  );
  world.token = token;
  return { email, token, viewer: { ...made, sessionId: session?.id ?? "" } };
}

async function setUp(viewer: Awaited<ReturnType<typeof someone>>["viewer"]) {
  await transaction((tx) => offerFactor(tx, viewer, { currentPassword: PASSWORD }));
  const secret = (await getOfferedApp(viewer))?.secret.replaceAll(" ", "") ?? "";
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return transaction((tx) => confirmFactor(tx, viewer, { code }));
}

function send(action: typeof onlyTeam, key = "") {
  const form = new FormData();
  form.set("_key", key);
  return action({ status: "idle" }, form);
}

describe.each(["moderator", "administrator"] as const)("a %s without a second factor", (role) => {
  test("is a member until there is one, for every page and every action", async () => {
    const { token, viewer } = await someone(role);
    expect(await findViewer(token)).toMatchObject({ role: "member", sleepingRole: role });
    await expect(requireStaff()).rejects.toThrow("redirected");
    expect(world.wentTo).toBe("/zh/account/second-factor");
    const key = `~${sealReader(viewer)}`;
    expect(await send(onlyTeam)).toMatchObject({ status: "failed", code: "notFound" });
    expect(await send(onlyTeam, key)).toMatchObject({ status: "failed", code: "notFound" });
    expect(await send(onlyMembers, key)).toMatchObject({ status: "done" });

    expect(await setUp(viewer)).toHaveLength(10);
    const found = await findViewer(token);
    expect(found).toMatchObject({ role });
    expect(found).not.toHaveProperty("sleepingRole");
    expect(await requireStaff()).toMatchObject({ role });
    expect(await send(onlyTeam, key)).toMatchObject({ status: "done" });
    const off = transaction((tx) => switchOffFactor(tx, { ...viewer, role }, { code: "000000" }));
    await expect(off).rejects.toMatchObject({ code: "moveNotAllowed" });
  });

  test("is told at signing in; the demo club asks nothing", async () => {
    const { email, token } = await someone(role);
    const input = { email, password: "cheval agrafe pile" };
    const device = { userAgent: "", address: "" };
    const signIn = () => transaction((tx) => signInWithPassword(tx, null, input, device));
    expect(await signIn()).toMatchObject({ isHalf: false, owesFactor: true });
    world.demo = "1";
    expect(await signIn()).toMatchObject({ isHalf: false, owesFactor: false });
    expect(await findViewer(token)).toMatchObject({ role });
    expect(await requireStaff()).toMatchObject({ role });
  });
});

test("a member needs none", async () => {
  const { token } = await someone("member");
  const found = await findViewer(token);
  expect(found).toMatchObject({ role: "member" });
  expect(found).not.toHaveProperty("sleepingRole");
  await expect(requireStaff()).rejects.toThrow("not found");
});
