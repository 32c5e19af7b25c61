import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accountLinks, accounts, sessions } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { hashPassword } from "@/lib/core/auth/password";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isLinkOpen } from "@/lib/passwords/queries";
import { confirmAddress, requestAddressChange, undoAddressChange } from "./address.mutations";
import { findLinkedAddress } from "./address.queries";

afterAll(() => closeDatabase());

const PASSWORD = "confluence-2014-kapok";
const hash = hashPassword(PASSWORD);
const anyAddress = () => `${randomUUID()}@example.org`;

async function make() {
  const email = anyAddress();
  const passwordHash = await hash;
  return { email, viewer: await transaction((tx) => makeAccount(tx, { email, passwordHash })) };
}

async function openSession(accountId: string): Promise<string> {
  const token = newToken();
  const expiresAt = sql`now() + interval '1 day'`;
  const row = { accountId, tokenHash: hashToken(token), expiresAt };
  await query((db) => db.insert(sessions).values(row));
  return token;
}

const ask = (viewer: Viewer, email: string) =>
  transaction((tx) => requestAddressChange(tx, viewer, { email, currentPassword: PASSWORD }));
const undo = (token: string) => transaction((tx) => undoAddressChange(tx, { token }));

async function newestLetter(address: string) {
  const [letter] = await query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.address, address))
      .orderBy(desc(mails.createdAt))
      .limit(1),
  );
  const to = letter?.data.to?.split("?")[1];
  return { kind: letter?.kind, token: new URLSearchParams(to).get("token") ?? "" };
}

const addressOf = async ({ accountId }: Viewer) => {
  const [row] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row?.email;
};

/** Asks, confirms, and gives the link that leads back. */
async function change(viewer: Viewer, to: string): Promise<string> {
  const from = (await addressOf(viewer)) ?? "";
  await ask(viewer, to);
  const { token } = await newestLetter(to);
  await transaction((tx) => confirmAddress(tx, null, { token }));
  return (await newestLetter(from)).token;
}

const age = (token: string, hours: number) =>
  query((db) =>
    db
      .update(accountLinks)
      .set({ expiresAt: sql`${accountLinks.expiresAt} - make_interval(hours => ${hours})` })
      .where(eq(accountLinks.tokenHash, hashToken(token))),
  );

test("undoing gives the old address back, ends every session, drops the password and asks for a new one", async () => {
  const { viewer, email } = await make();
  const session = await openSession(viewer.accountId);
  const to = anyAddress();
  const token = await change(viewer, to);
  const again = await openSession(viewer.accountId);
  expect(await findLinkedAddress(token, "undo-address")).toBe(email);
  const { passwordToken } = await undo(token);
  expect(await addressOf(viewer)).toBe(email);
  expect(await findViewer(session)).toBeNull();
  expect(await findViewer(again)).toBeNull();
  expect(await isLinkOpen(passwordToken, "reset-password")).toBe(true);
  expect(await askedProof(viewer)).toBe("again");
  expect((await newestLetter(to)).kind).toBe("addressRestored");
  await expect(undo(token)).rejects.toMatchObject({ code: "linkExpired" });
});

test("two undo at once: one does, the other is told", async () => {
  const { viewer } = await make();
  const token = await change(viewer, anyAddress());
  const twice = await Promise.allSettled([undo(token), undo(token)]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(twice.find((one) => one.status === "rejected")?.reason.code).toBe("linkExpired");
});

test("the way back works for seven days and no longer", async () => {
  const { viewer, email } = await make();
  const token = await change(viewer, anyAddress());
  await age(token, 7 * 24 - 1);
  expect(await findLinkedAddress(token, "undo-address")).toBe(email);
  await age(token, 1);
  await expect(undo(token)).rejects.toMatchObject({ code: "linkExpired" });
});

test("after two changes the oldest way back is the one that wins", async () => {
  const { viewer, email } = await make();
  const second = anyAddress();
  const toFirst = await change(viewer, second);
  const toSecond = await change(viewer, anyAddress());
  await undo(toSecond);
  expect(await addressOf(viewer)).toBe(second);
  await undo(toFirst);
  expect(await addressOf(viewer)).toBe(email);
  await expect(undo(toSecond)).rejects.toMatchObject({ code: "linkExpired" });
});

test("undoing the first of two changes closes the way to the second", async () => {
  const { viewer, email } = await make();
  const toFirst = await change(viewer, anyAddress());
  const toSecond = await change(viewer, anyAddress());
  await undo(toFirst);
  await expect(undo(toSecond)).rejects.toMatchObject({ code: "linkExpired" });
  expect(await addressOf(viewer)).toBe(email);
});

test("an address that its former owner may come back to is free for nobody else", async () => {
  const [{ viewer, email }, other] = [await make(), await make()];
  await change(viewer, anyAddress());
  await ask(other.viewer, email);
  expect((await newestLetter(email)).kind).toBe("addressInUse");
  const open = await query((db) =>
    db
      .select({ id: accountLinks.id })
      .from(accountLinks)
      .where(
        and(eq(accountLinks.email, email), eq(accountLinks.accountId, other.viewer.accountId)),
      ),
  );
  expect(open).toEqual([]);
  await ask(viewer, email);
  expect((await newestLetter(email)).kind).toBe("addressToConfirm");
});
