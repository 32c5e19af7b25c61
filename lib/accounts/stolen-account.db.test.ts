import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication } from "@/db/factories";
import { accounts, sessions } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { recoveryCodes, secondFactors } from "@/db/schema/second-factors";
import { openApplicationLink } from "@/lib/applications/access.mutations";
import { getLinkedApplication } from "@/lib/applications/access.queries";
import { hashPassword } from "@/lib/core/auth/password";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { getOwnFeed } from "@/lib/events/calendar.queries";
import { makeFeed } from "@/lib/events/feeds.mutations";
import { changePassword, choosePassword, openLink } from "@/lib/passwords/mutations";
import { endSessions } from "@/lib/sessions/mutations";
import { confirmAddress, requestAddressChange, undoAddressChange } from "./address.mutations";
import { findLinkedAddress } from "./address.queries";
import { askErasure } from "./erasure-request.mutations";
import { exportAccount } from "./queries";

afterAll(closeDatabase);

const PASSWORD = "confluence-2014-kapok";
const NEW_PASSWORD = "a-quite-unrelated-word-44";
const hash = hashPassword(PASSWORD);
const anyAddress = () => `${randomUUID()}@example.org`;

type Person = { email: string; viewer: Viewer };

async function someone(): Promise<Person> {
  const [email, passwordHash] = [anyAddress(), await hash];
  const viewer = await transaction((tx) => makeAccount(tx, { email, passwordHash }));
  const expiresAt = sql`now() + interval '1 day'`;
  const row = { accountId: viewer.accountId, tokenHash: hashToken(newToken()), expiresAt };
  const [session] = await query((db) =>
    db.insert(sessions).values(row).returning({ id: sessions.id }),
  );
  return { email, viewer: { ...viewer, sessionId: session?.id ?? "" } };
}

const lettersTo = (address: string) =>
  query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(eq(mails.address, address))
      .orderBy(mails.createdAt),
  );
const kindsTo = async (address: string) => (await lettersTo(address)).map(({ kind }) => kind);

async function tokenTo(address: string): Promise<string> {
  const link = (await lettersTo(address)).at(-1)?.data.to;
  return new URLSearchParams(link?.split("?")[1]).get("token") ?? "";
}

const ask = (viewer: Viewer, email: string) =>
  transaction((tx) => requestAddressChange(tx, viewer, { email, currentPassword: PASSWORD }));

/** Whoever knows the password takes the account; gives the link that leads back, from the letter to its owner. */
async function steal({ email, viewer }: Person, to = anyAddress()): Promise<string> {
  await ask(viewer, to);
  const token = await tokenTo(to);
  await transaction((tx) => confirmAddress(tx, viewer, { token }));
  return tokenTo(email);
}

const undo = (token: string) => transaction((tx) => undoAddressChange(tx, { token }));

const endings: [string, (viewer: Viewer) => Promise<unknown>][] = [
  [
    "changes the password",
    (viewer) =>
      transaction((tx) =>
        changePassword(tx, viewer, { currentPassword: PASSWORD, password: NEW_PASSWORD }),
      ),
  ],
  [
    "chooses a forgotten password anew",
    ({ accountId }) =>
      transaction(async (tx) => {
        const token = await openLink(tx, { accountId, purpose: "reset-password" });
        await choosePassword(tx, { token, password: NEW_PASSWORD });
      }),
  ],
  [
    "ends the other sessions",
    (viewer) =>
      transaction((tx) =>
        endSessions(tx, viewer, { accountId: viewer.accountId, kept: viewer.sessionId }),
      ),
  ],
];

test.each(endings)("whoever %s also cancels an address change that waits", async (_how, end) => {
  const { viewer } = await someone();
  const to = anyAddress();
  await ask(viewer, to);
  const token = await tokenTo(to);
  await end(viewer);
  expect(await findLinkedAddress(token, "change-address")).toBeNull();
  const late = transaction((tx) => confirmAddress(tx, null, { token }));
  await expect(late).rejects.toMatchObject({ code: "linkExpired" });
});

test("the current address hears of it when a change is asked, whoever has the new one", async () => {
  const [one, other] = [await someone(), await someone()];
  await ask(one.viewer, anyAddress());
  await ask(one.viewer, other.email);
  expect(await lettersTo(one.email)).toMatchObject([
    { kind: "addressChangeAsked", data: { to: "/forgotten-password" } },
    { kind: "addressChangeAsked", data: { to: "/forgotten-password" } },
  ]);
});

test("undoing a change withdraws the erasure that was asked, of which the old address heard", async () => {
  const person = await someone();
  const { accountId } = person.viewer;
  const thief = anyAddress();
  const back = await steal(person, thief);
  await transaction((tx) => askErasure(tx, person.viewer, { currentPassword: PASSWORD }));
  expect(await kindsTo(thief)).toContain("erasureAsked");
  expect(await kindsTo(person.email)).toContain("erasureAsked");
  await undo(back);
  const [row] = await query((db) =>
    db.select({ due: accounts.erasureDueAt }).from(accounts).where(eq(accounts.id, accountId)),
  );
  expect(row).toEqual({ due: null });
  const withdrawals = and(
    eq(auditEvents.subjectId, accountId),
    eq(auditEvents.name, "account.erasure-withdrawn"),
  );
  expect(await query((db) => db.$count(auditEvents, withdrawals))).toBe(1);
});

async function useFactor(accountId: string, age: string) {
  const at = sql`now() - ${age}::interval`;
  const app = { secret: "sealed", lastStep: 1, confirmedAt: at, createdAt: at };
  await query((db) => db.insert(secondFactors).values({ accountId, ...app }));
  const code = { accountId, codeHash: randomUUID(), createdAt: at };
  await query((db) => db.insert(recoveryCodes).values(code));
}

const factorsOf = async (accountId: string) => [
  await query((db) => db.$count(secondFactors, eq(secondFactors.accountId, accountId))),
  await query((db) => db.$count(recoveryCodes, eq(recoveryCodes.accountId, accountId))),
];

test("undoing a change forgets the app and the codes set up since, and keeps older ones", async () => {
  const [robbed, careful] = [await someone(), await someone()];
  await useFactor(careful.viewer.accountId, "1 day");
  const [back, wayBack] = [await steal(robbed), await steal(careful)];
  await useFactor(robbed.viewer.accountId, "0 seconds");
  const late = { accountId: careful.viewer.accountId, codeHash: randomUUID() };
  await query((db) => db.insert(recoveryCodes).values(late));
  await undo(back);
  await undo(wayBack);
  expect(await factorsOf(robbed.viewer.accountId)).toEqual([0, 0]);
  expect(await factorsOf(careful.viewer.accountId)).toEqual([1, 1]);
  // It was they who undid it, and not the operator.
  expect(await kindsTo(robbed.email)).not.toContain("secondFactorReset");
});

test("undoing a change takes back the calendar's address made since, and keeps an older one", async () => {
  const [robbed, careful] = [await someone(), await someone()];
  const make = ({ viewer }: Person) => transaction((tx) => makeFeed(tx, viewer));
  await make(careful);
  const [back, wayBack] = [await steal(robbed), await steal(careful)];
  await make(robbed);
  await undo(back);
  await undo(wayBack);
  expect(await getOwnFeed(robbed.viewer)).toBeNull();
  expect(await getOwnFeed(careful.viewer)).toBeInstanceOf(Date);
});

test("the letter with the link to an application opens it no more once its address is left", async () => {
  const person = await someone();
  const open = (email: string) =>
    transaction(async (tx) => {
      const application = await makeApplication(tx, { email, state: "approved" });
      const link = await openApplicationLink(tx, application);
      return new URLSearchParams(link.split("?")[1]).get("key") ?? "";
    });
  const [own, others] = [await open(person.email), await open(anyAddress())];
  await steal(person);
  expect(await getLinkedApplication(own)).toBeNull();
  expect(await getLinkedApplication(others)).not.toBeNull();
});

test("alerts that wait stay at the address they were written to, other letters come along", async () => {
  const { email, viewer } = await someone();
  const { accountId } = viewer;
  for (const kind of ["secondFactorSetUp", "roleChanged"] as const) {
    await transaction((tx) => queueMail(tx, { accountId, kind, data: {} }));
  }
  const to = anyAddress();
  await steal({ email, viewer }, to);
  expect(await kindsTo(email)).toEqual([
    "secondFactorSetUp",
    "addressChangeAsked",
    "addressChanged",
  ]);
  expect(await kindsTo(to)).toContain("roleChanged");
});

test("an export does not tell whether an address that was asked for has an account", async () => {
  const [asker, holder] = [await someone(), await someone()];
  const exportAfter = async (email: string) => {
    await ask(asker.viewer, email);
    const { tables } = await exportAccount(asker.viewer);
    const { account_links: links, mails: letters } = tables;
    return { links, letters: letters?.map(({ kind, address }) => ({ kind, address })) };
  };
  const ofHeld = await exportAfter(holder.email);
  const ofFree = await exportAfter(anyAddress());
  const asked = { kind: "addressChangeAsked", address: asker.email };
  expect(ofHeld).toEqual({ links: [], letters: [asked] });
  expect(ofFree).toEqual({ links: [], letters: [asked, asked] });
});
