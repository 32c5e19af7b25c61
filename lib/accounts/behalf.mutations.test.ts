import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { mailKindsTo } from "@/db/read-back";
import { accountLinks, accounts, sessions } from "@/db/schema/accounts";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { secondFactors } from "@/db/schema/second-factors";
import { hashPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { openLink } from "@/lib/passwords/mutations";
import { isLinkOpen } from "@/lib/passwords/queries";
import { confirmAddress, requestAddressChange, undoAddressChange } from "./address.mutations";
import { openArchive } from "./archive.mutations";
import { isArchiveOpen } from "./archive.queries";
import { askErasure, withdrawErasureFor } from "./erasure-request.mutations";

afterAll(() => closeDatabase());

const PASSWORD = "confluence-2014-kapok";
const TOMORROW = new Date(Date.now() + 86_400_000);
const anyAddress = () => `${randomUUID()}@example.org`;
let administrator: Viewer;
let hash: string;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
  administrator = await make({ role: "administrator" });
});

const make = (values: Partial<typeof accounts.$inferInsert> = {}) =>
  transaction((tx) => makeAccount(tx, { passwordHash: hash, ...values }));

async function makePerson(values: Partial<typeof accounts.$inferInsert> = {}) {
  const email = anyAddress();
  const { accountId } = await transaction((tx) => makeMember(tx, {}, { email, ...values }));
  return { accountId, email };
}

const read = async (accountId: string) => {
  const { email, version, erasureDueAt } = accounts;
  const [row] = await query((db) =>
    db.select({ email, version, erasureDueAt }).from(accounts).where(eq(accounts.id, accountId)),
  );
  if (!row) throw new Error("no such account");
  return row;
};
const asked = async (accountId: string, currentPassword = PASSWORD) => ({
  ...{ currentPassword, note: "Lettre du 12 mars" },
  of: { accountId, version: (await read(accountId)).version },
});
const ACTS = {
  address: async (viewer: Viewer, of: string, password?: string) => {
    const input = { ...(await asked(of, password)), email: anyAddress() };
    await transaction((tx) => requestAddressChange(tx, viewer, input));
  },
  archive: async (viewer: Viewer, of: string, password?: string) => {
    const input = await asked(of, password);
    return transaction((tx) => openArchive(tx, viewer, input));
  },
  erasure: async (viewer: Viewer, of: string, password?: string) => {
    const input = await asked(of, password);
    return transaction((tx) => askErasure(tx, viewer, input));
  },
};
const NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[];

describe.each(NAMES)("on somebody's behalf: %s", (name) => {
  test("takes the administrator's own password", async () => {
    const { accountId, email } = await makePerson();
    const refused = { code: "wrongPassword", field: "currentPassword" };
    await expect(ACTS[name](administrator, accountId, "x")).rejects.toMatchObject(refused);
    expect(await mailKindsTo(email)).toEqual([]);
  });

  test("is an administrator's, of somebody else's account", async () => {
    const { accountId } = await makePerson();
    const moderator = await make({ role: "moderator" });
    await expect(ACTS[name](moderator, accountId)).rejects.toMatchObject({ code: "notFound" });
    const self = ACTS[name](administrator, administrator.accountId);
    await expect(self).rejects.toMatchObject({ code: "notOnYourself" });
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, moderator.accountId)),
    );
    await expect(ACTS[name](moderator, accountId)).rejects.toMatchObject({ code: "notFound" });
  });

  test("of a state that was changed meanwhile is a conflict", async () => {
    const { accountId } = await makePerson();
    const of = { accountId, version: 99 };
    const input = { ...(await asked(accountId)), of, email: anyAddress() };
    const act = { address: requestAddressChange, archive: openArchive, erasure: askErasure };
    const late = transaction(async (tx) => {
      await act[name](tx, administrator, input);
    });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});

test("an address is moved only once the person has confirmed it, whatever their standing", async () => {
  for (const status of ["active", "suspended", "lapsed", "left"] as const) {
    const lapsedOn = status === "lapsed" ? "2026-11-01" : null;
    const { accountId, email } = await makePerson({ status, lapsedOn });
    const to = anyAddress();
    const input = { ...(await asked(accountId)), email: to };
    await transaction((tx) => requestAddressChange(tx, administrator, input));
    expect([await mailKindsTo(email), (await read(accountId)).email]).toEqual([
      ["addressChangeAsked"],
      email,
    ]);
    const [letter] = await query((db) =>
      db.select({ data: mails.data }).from(mails).where(eq(mails.address, to)),
    );
    const token = new URLSearchParams(letter?.data.to?.split("?")[1]).get("token") ?? "";
    await transaction((tx) => confirmAddress(tx, null, { token }));
    expect((await read(accountId)).email).toBe(to);
    expect(await mailKindsTo(email)).toEqual(["addressChangeAsked", "addressChanged"]);
  }
});

test("of who never came in it is put right at once, and the old address hears and opens nothing", async () => {
  const { accountId, email } = await makePerson({ status: "pending", isBroughtIn: true });
  const old = await transaction((tx) => openLink(tx, { accountId, purpose: "come-in" }));
  expect(await isLinkOpen(old, "come-in")).toBe(true);
  const to = anyAddress();
  const input = { ...(await asked(accountId)), email: to };
  await transaction((tx) => requestAddressChange(tx, administrator, input));
  expect((await read(accountId)).email).toBe(to);
  expect(await isLinkOpen(old, "come-in")).toBe(false);
  expect([await mailKindsTo(email), await mailKindsTo(to)]).toEqual([[], []]);
  const taken = await makePerson();
  const again = { ...(await asked(accountId)), email: taken.email };
  const refused = transaction((tx) => requestAddressChange(tx, administrator, again));
  await expect(refused).rejects.toMatchObject({ code: "addressTaken" });
});

test("who read at the wrong address and had signed in is out, with all they had set up", async () => {
  const { accountId, email } = await makePerson({ status: "pending", isBroughtIn: true });
  const undo = newToken();
  await transaction(async (tx) => {
    await tx.insert(sessions).values({ accountId, tokenHash: newToken(), expiresAt: TOMORROW });
    await tx.update(accounts).set({ passwordHash: hash }).where(eq(accounts.id, accountId));
    await tx
      .insert(secondFactors)
      .values({ accountId, secret: "x", confirmedAt: TOMORROW, lastStep: 1 });
    await tx.insert(accountLinks).values({
      ...{ accountId, purpose: "undo-address", email, tokenHash: hashToken(undo) },
      expiresAt: TOMORROW,
    });
  });
  const to = anyAddress();
  const input = { ...(await asked(accountId)), email: to };
  await transaction((tx) => requestAddressChange(tx, administrator, input));
  const of = await query((db) =>
    db
      .select({
        session: sessions.id,
        factor: secondFactors.accountId,
        hash: accounts.passwordHash,
      })
      .from(accounts)
      .leftJoin(sessions, eq(sessions.accountId, accounts.id))
      .leftJoin(secondFactors, eq(secondFactors.accountId, accounts.id))
      .where(eq(accounts.id, accountId)),
  );
  expect(of).toEqual([{ session: null, factor: null, hash: null }]);
  const back = transaction((tx) => undoAddressChange(tx, { token: undo }));
  await expect(back).rejects.toMatchObject({ code: "linkExpired" });
  expect(await mailKindsTo(to)).toEqual([]);
});

test("an administrator's address is nobody else's affair", async () => {
  const other = await make({ role: "administrator" });
  const refused = { code: "moveNotAllowed" };
  await expect(ACTS.address(administrator, other.accountId)).rejects.toMatchObject(refused);
});

test("an erasure is due in fourteen days, told with its day, and kept back; how it was asked is in the trail", async () => {
  const { accountId, email } = await makePerson();
  await ACTS.erasure(administrator, accountId);
  const { erasureDueAt, version } = await read(accountId);
  const days = ((erasureDueAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(14);
  expect(days).toBeLessThan(15.1);
  expect(await mailKindsTo(email)).toEqual(["erasureAsked"]);
  const [event] = await query((db) =>
    db
      .select({ actor: auditEvents.actorId, facts: auditDetails.personal })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(eq(auditEvents.subjectId, accountId))
      .orderBy(desc(auditEvents.id)),
  );
  expect(event).toEqual({
    actor: administrator.accountId,
    facts: { note: "Lettre du 12 mars" },
  });
  const again = ACTS.erasure(administrator, accountId);
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  await transaction((tx) => withdrawErasureFor(tx, administrator, { accountId, version }));
  expect((await read(accountId)).erasureDueAt).toBeNull();
  expect(await mailKindsTo(email)).toEqual(["erasureAsked", "erasureCalledOff"]);
});

test("an archive is open for an hour to who prepared it, and its person is told", async () => {
  const { accountId, email } = await makePerson();
  const [other, neighbour] = [await make({ role: "administrator" }), await makePerson()];
  expect(await isArchiveOpen(administrator, accountId)).toBe(false);
  await ACTS.archive(administrator, accountId);
  expect(await mailKindsTo(email)).toEqual(["archiveOpened"]);
  expect(await isArchiveOpen(administrator, accountId)).toBe(true);
  expect(await isArchiveOpen(other, accountId)).toBe(false);
  expect(await isArchiveOpen(administrator, neighbour.accountId)).toBe(false);
  expect(await isArchiveOpen({ ...administrator, role: "moderator" }, accountId)).toBe(false);
  await ACTS.archive(other, accountId);
});

test("their own wish to be erased is theirs alone to withdraw", async () => {
  const { accountId } = await makePerson({ passwordHash: hash });
  const own = { ...administrator, accountId, role: "member" } as const;
  await transaction((tx) => askErasure(tx, own, { currentPassword: PASSWORD }));
  const { version } = await read(accountId);
  const off = transaction((tx) => withdrawErasureFor(tx, administrator, { accountId, version }));
  await expect(off).rejects.toMatchObject({ code: "conflict" });
  expect((await read(accountId)).erasureDueAt).not.toBeNull();
});

test("an address that an administrator asked for is not confirmed once they are none any more", async () => {
  const [former, { accountId, email }] = [
    await make({ role: "administrator" }),
    await makePerson(),
  ];
  const to = anyAddress();
  const input = { ...(await asked(accountId)), email: to };
  await transaction((tx) => requestAddressChange(tx, former, input));
  const [letter] = await query((db) =>
    db.select({ data: mails.data }).from(mails).where(eq(mails.address, to)),
  );
  const token = new URLSearchParams(letter?.data.to?.split("?")[1]).get("token") ?? "";
  await query((db) =>
    db.update(accounts).set({ role: "member" }).where(eq(accounts.id, former.accountId)),
  );
  const confirming = transaction((tx) => confirmAddress(tx, null, { token }));
  await expect(confirming).rejects.toMatchObject({ code: "linkExpired" });
  expect((await read(accountId)).email).toBe(email);
});
