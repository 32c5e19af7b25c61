import { randomUUID } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, type Transaction, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { accounts, sessions } from "@/db/schema/accounts";
import { decisions } from "@/db/schema/moderation";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isLinkOpen } from "@/lib/passwords/queries";
import {
  changeRole,
  choosePreferences,
  createFirstAdministrator,
  reinstateAccount,
  suspendAccount,
} from "./mutations";
import { getOwnSuspension } from "./queries";

afterAll(() => closeDatabase());

const make = (values: Parameters<typeof makeAccount>[1] = {}) =>
  transaction((tx) => makeAccount(tx, values));
const administrator = () => make({ role: "administrator" });

async function signedIn(accountId: string) {
  const token = newToken();
  const expiresAt = sql`now() + interval '1 day'`;
  await query((db) =>
    db.insert(sessions).values({ accountId, tokenHash: hashToken(token), expiresAt }),
  );
  return token;
}

const read = async (accountId: string) => {
  const [row] = await query((db) =>
    db
      .select({ role: accounts.role, status: accounts.status, version: accounts.version })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return row;
};

const suspend = (
  viewer: Viewer,
  accountId: string,
  change: Partial<Parameters<typeof suspendAccount>[2]> = {},
) =>
  transaction((tx) =>
    suspendAccount(tx, viewer, {
      accountId,
      version: 1,
      reasonCode: "repeated-solicitation",
      words: "",
      ...change,
    }),
  );

describe("suspending", () => {
  test("closes the portal at once, with a decision, an event and a mail in their language", async () => {
    const admin = await administrator();
    const member = await make({ locale: "zh" });
    const token = await signedIn(member.accountId);
    await suspend(admin, member.accountId, { words: "三次提醒后仍未停止。" });
    expect(await read(member.accountId)).toEqual({
      role: "member",
      status: "suspended",
      version: 2,
    });
    expect(await findViewer(token)).toBeNull();
    expect(await eventsOn(member.accountId)).toEqual(
      expect.arrayContaining(["account.suspended", "session.all-ended"]),
    );
    const [letter] = await mailsTo(member);
    expect(letter).toMatchObject({ kind: "accountSuspended", locale: "zh" });
    expect(letter?.data.reason).toContain("暂停");
    const own = { ...member, status: "suspended" as const };
    expect(await getOwnSuspension(own)).toMatchObject({
      reasonCode: "repeated-solicitation",
      words: "三次提醒后仍未停止。",
    });
  });

  test.each(["member", "moderator"] as const)("is refused to a %s", async (role) => {
    const viewer = await make({ role });
    const member = await make();
    await expect(suspend(viewer, member.accountId)).rejects.toMatchObject({ code: "notFound" });
    expect((await read(member.accountId))?.status).toBe("active");
  });

  test("is refused on oneself, on nobody, on a stale page and twice", async () => {
    const admin = await administrator();
    const member = await make();
    const codeOf = (outcome: Promise<void>) => expect(outcome).rejects;
    await codeOf(suspend(admin, admin.accountId)).toMatchObject({ code: "notOnYourself" });
    await codeOf(suspend(admin, randomUUID())).toMatchObject({ code: "notFound" });
    await codeOf(suspend(admin, member.accountId, { version: 7 })).toMatchObject({
      code: "conflict",
    });
    await suspend(admin, member.accountId);
    const again = suspend(admin, member.accountId, { version: 2 });
    await codeOf(again).toMatchObject({ code: "moveNotAllowed" });
  });

  test("needs a reason of the list, and words when the reason asks for them", async () => {
    const admin = await administrator();
    const member = await make();
    const unknown = suspend(admin, member.accountId, { reasonCode: "bad-mood" });
    await expect(unknown).rejects.toMatchObject({ code: "notInList", field: "reasonCode" });
    const silent = suspend(admin, member.accountId, { reasonCode: "other" });
    await expect(silent).rejects.toMatchObject({ code: "wordsNeeded", field: "words" });
    expect(await read(member.accountId)).toMatchObject({ status: "active", version: 1 });
  });

  test("by two administrators at once: the second is told", async () => {
    const [one, two, member] = [await administrator(), await administrator(), await make()];
    const results = await Promise.allSettled([
      suspend(one, member.accountId),
      suspend(two, member.accountId),
    ]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict" });
    const rows = await query((db) =>
      db
        .select({ verdict: decisions.verdict })
        .from(decisions)
        .where(eq(decisions.subjectId, member.accountId)),
    );
    expect(rows).toEqual([{ verdict: "suspended" }]);
    expect(await mailsTo(member)).toHaveLength(1);
  });
});

test("reinstating opens the portal again, with an event and a mail; not for the active", async () => {
  const admin = await administrator();
  const member = await make({ status: "suspended" });
  const input = { accountId: member.accountId, words: "" };
  await transaction((tx) => reinstateAccount(tx, admin, { ...input, version: 1 }));
  expect(await read(member.accountId)).toMatchObject({ status: "active", version: 2 });
  expect(await eventsOn(member.accountId)).toEqual(["account.reinstated"]);
  expect(await mailsTo(member)).toMatchObject([{ kind: "accountReinstated" }]);
  const again = transaction((tx) => reinstateAccount(tx, admin, { ...input, version: 2 }));
  await expect(again).rejects.toMatchObject({ code: "moveNotAllowed" });
});

describe("changing a role", () => {
  const change = (
    viewer: Viewer,
    accountId: string,
    role: "member" | "moderator" | "administrator",
  ) => transaction((tx) => changeRole(tx, viewer, { accountId, version: 1, role }));

  test("ends the sessions, leaves an event and tells by mail", async () => {
    const admin = await administrator();
    const member = await make({ locale: "en" });
    const token = await signedIn(member.accountId);
    await change(admin, member.accountId, "moderator");
    expect(await read(member.accountId)).toMatchObject({ role: "moderator", version: 2 });
    expect(await findViewer(token)).toBeNull();
    expect(await eventsOn(member.accountId)).toContain("account.role-changed");
    expect(await mailsTo(member)).toMatchObject([
      { kind: "roleChanged", data: { role: "Moderator" } },
    ]);
  });

  test("is refused to moderators, and on oneself", async () => {
    const moderator = await make({ role: "moderator" });
    const admin = await administrator();
    const member = await make();
    const byModerator = change(moderator, member.accountId, "administrator");
    await expect(byModerator).rejects.toMatchObject({ code: "notFound" });
    const own = change(admin, admin.accountId, "member");
    await expect(own).rejects.toMatchObject({ code: "notOnYourself" });
  });

  test("two administrators who demote each other at once: one stays, ten times of ten", async () => {
    for (let time = 0; time < 10; time++) {
      const [one, two] = [await administrator(), await administrator()];
      const results = await Promise.allSettled([
        change(one, two.accountId, "member"),
        change(two, one.accountId, "member"),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const roles = [await read(one.accountId), await read(two.accountId)].map((row) => row?.role);
      expect(roles.sort()).toEqual(["administrator", "member"]);
    }
  });
});

test("preferences are one's own and leave an event", async () => {
  const member = await make();
  await transaction((tx) => choosePreferences(tx, member, { locale: "zh", theme: "dark" }));
  const token = await signedIn(member.accountId);
  expect(await findViewer(token)).toMatchObject({ locale: "zh", theme: "dark" });
  expect(await eventsOn(member.accountId)).toEqual(["account.preferences-chosen"]);
});

test("the first administrator gets a link once", async () => {
  const email = `${randomUUID()}@example.org`;
  const create = () => transaction((tx) => createFirstAdministrator(tx, email));
  const token = await create();
  expect(await isLinkOpen(token, "first-administrator")).toBe(true);
  const [row] = await query((db) =>
    db
      .select({ id: accounts.id, role: accounts.role, status: accounts.status })
      .from(accounts)
      .where(eq(accounts.email, email)),
  );
  expect(row).toMatchObject({ role: "administrator", status: "active" });
  expect(await eventsOn(row?.id ?? "")).toContain("account.created");
  await expect(create()).rejects.toMatchObject({ code: "conflict" });
});

describe("the last administrator", () => {
  /** Runs with one administrator in the club and leaves no trace. */
  async function alone(run: (tx: Transaction, last: Viewer) => Promise<unknown>) {
    let outcome: unknown;
    const undo = new Error("undo");
    const attempt = transaction(async (tx) => {
      const last = await makeAccount(tx, { role: "administrator" });
      const others = and(eq(accounts.role, "administrator"), ne(accounts.id, last.accountId));
      await tx.update(accounts).set({ role: "member" }).where(others);
      outcome = await run(tx, last).catch((error: unknown) => error);
      throw undo;
    });
    await expect(attempt).rejects.toBe(undo);
    return outcome;
  }

  test.each([
    ["demoted", sql`update accounts set role = 'member' where id = `],
    ["suspended", sql`update accounts set status = 'suspended' where id = `],
  ])("cannot be %s in the database", async (_act, statement) => {
    const outcome = await alone((tx, last) => tx.execute(sql`${statement}${last.accountId}::uuid`));
    expect(outcome).toMatchObject({ cause: { constraint_name: "accounts_last_administrator" } });
  });

  test("cannot be removed, who serves removes nobody", async () => {
    const outcome = await alone((tx, last) =>
      tx.execute(sql`delete from accounts where id = ${last.accountId}::uuid`),
    );
    expect(outcome).toMatchObject({ cause: { code: "42501" } });
  });

  test("cannot be removed by the owner of the tables", async () => {
    const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });
    const removed = owner.begin(async (tx) => {
      const [last] = await tx`
        insert into accounts (email, locale, role) values (${randomUUID()}, 'fr', 'administrator') returning id`;
      await tx`update accounts set role = 'member' where role = 'administrator' and id <> ${last?.id}`;
      await tx`delete from accounts where id = ${last?.id}`;
    });
    const refused = { constraint_name: "accounts_last_administrator" };
    await expect(removed).rejects.toMatchObject(refused);
    await owner.end();
  });
});
