import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication } from "@/db/factories";
import { accountLinks, accounts, sessions, signInCodes } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { hashPassword } from "@/lib/core/auth/password";
import { askedProof } from "@/lib/core/auth/proof.queries";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { choosePassword, openLink } from "@/lib/passwords/mutations";
import { isLinkOpen } from "@/lib/passwords/queries";
import { confirmAddress, requestAddressChange, undoAddressChange } from "./address.mutations";
import { findLinkedAddress } from "./address.queries";

afterAll(() => closeDatabase());

const PASSWORD = "confluence-2014-kapok";
const passwordHash = hashPassword(PASSWORD);
const anyAddress = () => `${randomUUID()}@example.org`;

async function make(values: Parameters<typeof makeAccount>[1] = {}) {
  const email = anyAddress();
  const hash = await passwordHash;
  const viewer = await transaction((tx) =>
    makeAccount(tx, { email, passwordHash: hash, ...values }),
  );
  return { viewer, email };
}

async function openSession(accountId: string, age = "1 minute") {
  const token = newToken();
  const [row] = await query((db) =>
    db
      .insert(sessions)
      .values({
        accountId,
        tokenHash: hashToken(token),
        createdAt: sql`now() - ${age}::interval`,
        expiresAt: sql`now() + interval '1 day'`,
      })
      .returning({ id: sessions.id }),
  );
  return { token, id: row?.id ?? "" };
}

const ask = (viewer: Viewer, email: string, currentPassword = PASSWORD) =>
  transaction((tx) => requestAddressChange(tx, viewer, { email, currentPassword }));
const confirm = (token: string, viewer: Viewer | null = null) =>
  transaction((tx) => confirmAddress(tx, viewer, { token }));
const undo = (token: string) => transaction((tx) => undoAddressChange(tx, { token }));

const lettersTo = (address: string) =>
  query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data, accountId: mails.accountId })
      .from(mails)
      .where(eq(mails.address, address))
      .orderBy(mails.createdAt),
  );

/** The secret in the newest letter of a kind to an address. */
async function tokenTo(address: string, kind: string): Promise<string> {
  const letters = (await lettersTo(address)).filter((one) => one.kind === kind);
  return new URLSearchParams(letters.at(-1)?.data.to?.split("?")[1]).get("token") ?? "";
}

const addressOf = async ({ accountId }: Viewer) => {
  const [row] = await query((db) =>
    db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row?.email;
};

const age = (token: string, hours: number) =>
  query((db) =>
    db
      .update(accountLinks)
      .set({ expiresAt: sql`${accountLinks.expiresAt} - make_interval(hours => ${hours})` })
      .where(eq(accountLinks.tokenHash, hashToken(token))),
  );

/** Asks and confirms. */
async function change(viewer: Viewer, to: string) {
  await ask(viewer, to);
  await confirm(await tokenTo(to, "addressToConfirm"));
}

describe("asking for another address", () => {
  test("mails a link to the new address alone and changes nothing; looking at it consumes nothing", async () => {
    const { viewer, email } = await make({ locale: "zh" });
    const to = anyAddress();
    await ask(viewer, to);
    const token = await tokenTo(to, "addressToConfirm");
    for (let look = 0; look < 3; look++) {
      expect(await findLinkedAddress(token, "change-address")).toBe(to);
    }
    expect(await addressOf(viewer)).toBe(email);
    expect(await lettersTo(email)).toMatchObject([{ kind: "addressChangeAsked" }]);
    expect(await lettersTo(to)).toMatchObject([{ accountId: viewer.accountId }]);
  });

  test("a wrong password or none is refused on its field and mails nothing", async () => {
    const { viewer } = await make();
    const to = anyAddress();
    const refused = { code: "wrongPassword", field: "currentPassword" };
    await expect(ask(viewer, to, "something-else-2014")).rejects.toMatchObject(refused);
    const empty = { code: "required", field: "currentPassword" };
    await expect(ask(viewer, to, "")).rejects.toMatchObject(empty);
    expect(await lettersTo(to)).toEqual([]);
  });

  test("without a password one has to have just signed in", async () => {
    const { viewer } = await make({ passwordHash: null });
    const [old, fresh] = [
      await openSession(viewer.accountId, "16 minutes"),
      await openSession(viewer.accountId, "14 minutes"),
    ];
    const to = anyAddress();
    const stale = { ...viewer, sessionId: old.id };
    expect(await askedProof(stale)).toBe("again");
    await expect(ask(stale, to)).rejects.toMatchObject({ code: "signInAgain" });
    const recent = { ...viewer, sessionId: fresh.id };
    expect(await askedProof(recent)).toBe("fresh");
    await ask(recent, to, "");
    expect(await tokenTo(to, "addressToConfirm")).not.toBe("");
  });

  test("to an address that has an account nothing is told but to its holder", async () => {
    const [{ viewer }, other] = [await make(), await make()];
    await ask(viewer, other.email);
    const [letter] = await lettersTo(other.email);
    expect(letter).toMatchObject({ kind: "addressInUse", accountId: other.viewer.accountId });
    expect(letter?.data.to).toBe("/sign-in");
  });

  test("one's own address is no new one; a suspended account may change its own", async () => {
    const { viewer, email } = await make({ status: "suspended" });
    const same = { code: "addressUnchanged", field: "email" };
    await expect(ask(viewer, email)).rejects.toMatchObject(same);
    const to = anyAddress();
    await change(viewer, to);
    expect(await addressOf(viewer)).toBe(to);
  });

  test("in two tabs: the later link works, the earlier no longer", async () => {
    const { viewer } = await make();
    const [one, two] = [anyAddress(), anyAddress()];
    await ask(viewer, one);
    await ask(viewer, two);
    const [first, second] = [
      await tokenTo(one, "addressToConfirm"),
      await tokenTo(two, "addressToConfirm"),
    ];
    await expect(confirm(first)).rejects.toMatchObject({ code: "linkExpired" });
    await confirm(second);
    expect(await addressOf(viewer)).toBe(two);
  });
});

describe("confirming", () => {
  test("changes the address, ends the other sessions, shuts what was mailed to the old one and tells it", async () => {
    const { viewer, email } = await make();
    const [kept, other] = [
      await openSession(viewer.accountId),
      await openSession(viewer.accountId),
    ];
    const own = { ...viewer, sessionId: kept.id };
    const accountId = viewer.accountId;
    const reset = await transaction((tx) => openLink(tx, { accountId, purpose: "reset-password" }));
    await query((db) =>
      db.insert(signInCodes).values({
        accountId,
        codeHash: "a",
        browserHash: randomUUID(),
        expiresAt: sql`now() + interval '9 minutes'`,
      }),
    );
    await transaction((tx) => queueMail(tx, { accountId, kind: "roleChanged", data: {} }));
    const to = anyAddress();
    await ask(own, to);
    await confirm(await tokenTo(to, "addressToConfirm"), own);
    expect(await addressOf(viewer)).toBe(to);
    expect(await findViewer(kept.token)).toMatchObject({ accountId });
    expect(await findViewer(other.token)).toBeNull();
    expect(await isLinkOpen(reset, "reset-password")).toBe(false);
    const codes = await query((db) =>
      db
        .select({ id: signInCodes.id })
        .from(signInCodes)
        .where(eq(signInCodes.accountId, accountId)),
    );
    expect(codes).toEqual([]);
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual([
      "addressChangeAsked",
      "addressChanged",
    ]);
    expect((await lettersTo(to)).map(({ kind }) => kind).sort()).toEqual([
      "addressToConfirm",
      "roleChanged",
    ]);
  });

  test("leaves events whose lasting part holds no address", async () => {
    const { viewer, email } = await make();
    const to = anyAddress();
    await change(viewer, to);
    await undo(await tokenTo(email, "addressChanged"));
    const rows = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data, personal: auditDetails.personal })
        .from(auditEvents)
        .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
        .where(eq(auditEvents.subjectId, viewer.accountId))
        .orderBy(auditEvents.id),
    );
    const nothing = {};
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { name: "account.address-asked", data: nothing, personal: { to } },
        { name: "account.address-changed", data: nothing, personal: { from: email, to } },
        { name: "account.address-restored", data: nothing, personal: { from: to, to: email } },
      ]),
    );
  });
});

describe("a link", () => {
  test("a link that is used, too old, of another purpose or nobody's changes nothing", async () => {
    const { viewer, email } = await make();
    const to = anyAddress();
    await ask(viewer, to);
    const token = await tokenTo(to, "addressToConfirm");
    await expect(undo(token)).rejects.toMatchObject({ code: "linkExpired" });
    await expect(confirm(newToken())).rejects.toMatchObject({ code: "linkExpired" });
    const password = "a-quite-unrelated-word-44";
    const choosing = transaction((tx) => choosePassword(tx, { token, password }));
    await expect(choosing).rejects.toMatchObject({ code: "linkExpired" });
    await age(token, 24);
    expect(await findLinkedAddress(token, "change-address")).toBeNull();
    await expect(confirm(token)).rejects.toMatchObject({ code: "linkExpired" });
    await age(token, -1);
    await confirm(token);
    await expect(confirm(token)).rejects.toMatchObject({ code: "linkExpired" });
    const back = await tokenTo(email, "addressChanged");
    await expect(confirm(back)).rejects.toMatchObject({ code: "linkExpired" });
  });

  test("somebody else who is signed in changes the account of the link, and keeps their own session", async () => {
    const [{ viewer }, other] = [await make(), await make()];
    const theirs = await openSession(other.viewer.accountId);
    const to = anyAddress();
    await ask(viewer, to);
    const token = await tokenTo(to, "addressToConfirm");
    await confirm(token, { ...other.viewer, sessionId: theirs.id });
    expect(await addressOf(viewer)).toBe(to);
    expect(await addressOf(other.viewer)).toBe(other.email);
    expect(await findViewer(theirs.token)).not.toBeNull();
  });

  test("two send one link, or two accounts want one address: one gets it, the other is told", async () => {
    const { viewer } = await make();
    const to = anyAddress();
    await ask(viewer, to);
    const token = await tokenTo(to, "addressToConfirm");
    const twice = await Promise.allSettled([confirm(token), confirm(token)]);
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(twice.find((one) => one.status === "rejected")?.reason.code).toBe("linkExpired");
    const [one, two] = [await make(), await make()];
    const wanted = anyAddress();
    await ask(one.viewer, wanted);
    await ask(two.viewer, wanted);
    const tokens = (await lettersTo(wanted)).map(
      ({ data }) => new URLSearchParams(data.to?.split("?")[1]).get("token") ?? "",
    );
    const both = await Promise.allSettled(tokens.map((each) => confirm(each)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")?.reason.code).toBe("addressTaken");
  });

  test("earlier applications come along, so that export and erasure find them", async () => {
    const { viewer, email } = await make();
    const refused = await transaction((tx) => makeApplication(tx, { email, state: "refused" }));
    const to = anyAddress();
    await change(viewer, to);
    const [row] = await query((db) =>
      db
        .select({ email: applications.email })
        .from(applications)
        .where(eq(applications.id, refused.id)),
    );
    expect(row?.email).toBe(to);
  });
});
