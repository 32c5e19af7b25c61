import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accountLinks, accounts, sessions } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { hashPassword, verifyPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { requestSignInCode, signInWithCode } from "@/lib/sessions/mutations";
import {
  changePassword,
  chooseFirstPassword,
  choosePassword,
  openLink,
  requestPasswordReset,
} from "./mutations";
import type { LinkPurpose } from "./policy";
import { isLinkOpen } from "./queries";

const OLD = "cheval agrafe pile";
const NEW = "trois parapluies rouges";

const LETTING_IN = ["reset-password", "first-sign-in", "first-administrator"] as const;

afterAll(() => closeDatabase());

async function someone(as: Parameters<typeof makeAccount>[1] = {}) {
  const email = `${randomUUID()}@example.org`;
  const passwordHash = await hashPassword(OLD);
  const viewer = await transaction(async (tx) => {
    const made = await makeAccount(tx, { email, passwordHash, ...as });
    await tx.insert(sessions).values(
      [made.sessionId, randomUUID()].map((id) => ({
        id,
        accountId: made.accountId,
        tokenHash: hashToken(newToken()),
        expiresAt: sql`now() + interval '1 day'`,
      })),
    );
    return made;
  });
  return { ...viewer, email };
}

async function isPassword(accountId: string, password: string) {
  const [row] = await query((db) =>
    db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return verifyPassword(row?.hash ?? null, password);
}

const sessionIds = async (accountId: string) => {
  const rows = await query((db) =>
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.accountId, accountId)),
  );
  return rows.map(({ id }) => id);
};

async function askLink(email: string): Promise<string> {
  await transaction((tx) => requestPasswordReset(tx, { email }));
  const [mail] = await query((db) =>
    db
      .select({ data: mails.data })
      .from(mails)
      .where(and(eq(mails.address, email), eq(mails.kind, "passwordReset")))
      .orderBy(desc(mails.createdAt))
      .limit(1),
  );
  return mail?.data.to?.split("token=")[1] ?? "";
}

const choose = (token: string, password = NEW) =>
  transaction((tx) => choosePassword(tx, { token, password }));

describe("a forgotten password", () => {
  test("is chosen anew by the mailed link, once; every session ends", async () => {
    const person = await someone();
    const token = await askLink(person.email);
    expect(await isLinkOpen(token, "reset-password")).toBe(true);
    expect(await isLinkOpen(token, "first-administrator")).toBe(false);
    await choose(token);
    expect(await isPassword(person.accountId, NEW)).toBe(true);
    expect(await sessionIds(person.accountId)).toEqual([]);
    expect(await eventsOn(person.accountId)).toEqual(
      expect.arrayContaining(["password.reset-requested", "password.chosen"]),
    );
    expect(await isLinkOpen(token, "reset-password")).toBe(false);
    await expect(choose(token)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("looking at the link uses nothing up", async () => {
    const person = await someone();
    const token = await askLink(person.email);
    for (let look = 0; look < 3; look++) await isLinkOpen(token, "reset-password");
    await expect(choose(token)).resolves.toBeUndefined();
  });

  test("two submits at once: one is taken", async () => {
    const person = await someone();
    const token = await askLink(person.email);
    const results = await Promise.allSettled([choose(token), choose(token)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("the newest link counts, for thirty minutes", async () => {
    const person = await someone();
    const first = await askLink(person.email);
    const second = await askLink(person.email);
    await expect(choose(first)).rejects.toMatchObject({ code: "linkExpired" });
    await query((db) =>
      db
        .update(accountLinks)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(eq(accountLinks.accountId, person.accountId)),
    );
    await expect(choose(second)).rejects.toMatchObject({ code: "linkExpired" });
    expect(await isPassword(person.accountId, OLD)).toBe(true);
  });

  test("a password that is easy to guess is refused and leaves the link open", async () => {
    const person = await someone();
    const token = await askLink(person.email);
    for (const password of ["Lyon-Chine-2026", person.email]) {
      await expect(choose(token, password)).rejects.toMatchObject({
        ...{ code: "passwordGuessable", field: "password" },
      });
    }
    expect(await isLinkOpen(token, "reset-password")).toBe(true);
  });

  test("an unknown address gets nothing", async () => {
    expect(await askLink(`${randomUUID()}@example.org`)).toBe("");
    await expect(choose("unknown")).rejects.toMatchObject({ code: "linkExpired" });
  });
});

describe("changing a password", () => {
  const change = (viewer: Awaited<ReturnType<typeof someone>>, currentPassword: string) =>
    transaction((tx) => changePassword(tx, viewer, { currentPassword, password: NEW }));

  test("asks for the present one, ends the other sessions and tells by mail", async () => {
    const person = await someone();
    await change(person, OLD);
    expect(await isPassword(person.accountId, NEW)).toBe(true);
    expect(await sessionIds(person.accountId)).toEqual([person.sessionId]);
    expect(await eventsOn(person.accountId)).toContain("password.changed");
    const rows = await query((db) =>
      db.select({ kind: mails.kind }).from(mails).where(eq(mails.accountId, person.accountId)),
    );
    expect(rows).toEqual([{ kind: "passwordChanged" }]);
  });

  test("closes a sign-in code that was mailed before", async () => {
    const person = await someone();
    const browser = newToken();
    await transaction((tx) => requestSignInCode(tx, { email: person.email, browser }));
    const isToPerson = eq(mails.accountId, person.accountId);
    const [mail] = await query((db) =>
      db.select({ data: mails.data }).from(mails).where(isToPerson),
    );
    const code = mail?.data.code ?? "";
    expect(code).toMatch(/^\d{6}$/);
    await change(person, OLD);
    const device = { userAgent: "", address: "" };
    const signIn = transaction((tx) => signInWithCode(tx, null, { browser, code }, device));
    expect(await signIn).toBeNull();
  });

  test.each(LETTING_IN)("closes a link (%s) that was mailed before", async (purpose) => {
    const person = await someone({ role: "administrator" });
    const token = await transaction((tx) => openLink(tx, { ...person, purpose }));
    await change(person, OLD);
    expect(await isLinkOpen(token, purpose)).toBe(false);
  });

  test("is refused with a wrong present one and changes nothing", async () => {
    const person = await someone();
    await expect(change(person, "something else")).rejects.toMatchObject({
      code: "wrongPassword",
      field: "currentPassword",
    });
    expect(await isPassword(person.accountId, OLD)).toBe(true);
    expect(await sessionIds(person.accountId)).toHaveLength(2);
  });
});

test("a password chosen by one link closes the others that let in, and no other account's", async () => {
  const [person, other] = [await someone(), await someone()];
  const open = (whose: typeof person, purpose: LinkPurpose) =>
    transaction((tx) => openLink(tx, { ...whose, purpose }));
  const welcome = await open(person, "first-sign-in");
  const othersWelcome = await open(other, "first-sign-in");
  await choose(await open(person, "reset-password"));
  expect(await isLinkOpen(welcome, "first-sign-in")).toBe(false);
  expect(await isLinkOpen(othersWelcome, "first-sign-in")).toBe(true);
});

test("the first password of who comes in ends what was open, and is theirs alone who are pending", async () => {
  const first = ({ accountId }: { accountId: string }) =>
    transaction((tx) => chooseFirstPassword(tx, { accountId, password: NEW }));
  const pending = await someone({ status: "pending" });
  await first(pending);
  expect(await isPassword(pending.accountId, NEW)).toBe(true);
  expect(await sessionIds(pending.accountId)).toEqual([]);
  const active = await someone();
  await expect(first(active)).rejects.toMatchObject({ code: "notFound" });
  expect(await isPassword(active.accountId, OLD)).toBe(true);
});

test.each([
  ["first-sign-in", "active"],
  ["come-in", "pending"],
] as const)("a link that lets in (%s) chooses no password by itself", async (purpose, status) => {
  const { accountId } = await someone({ status });
  const token = await transaction((tx) => openLink(tx, { accountId, purpose }));
  await expect(choose(token)).rejects.toMatchObject({ code: "linkExpired" });
  expect(await isPassword(accountId, OLD)).toBe(true);
});

test("a first link is for active administrators", async () => {
  const { accountId } = await someone();
  const open = transaction((tx) => openLink(tx, { accountId, purpose: "first-administrator" }));
  await expect(open).rejects.toMatchObject({ code: "notFound" });
});
