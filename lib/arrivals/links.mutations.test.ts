import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { mailsToAll } from "@/db/read-back";
import { accountLinks, accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { forgetDue } from "./forgetting.mutations";
import { copyLink, openOwnLink, sendLink } from "./links.mutations";
import { findArrival } from "./queries";
import { getArrival, isForgettable, type isRemindable } from "./waiting.queries";

let administrator: Viewer;

beforeAll(async () => {
  administrator = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
});

afterAll(closeDatabase);

describe("one link", () => {
  test("is mailed, or made to copy, by administrators for who waits for nobody else", async () => {
    const { accountId } = await transaction((tx) => makeArrival(tx));
    await transaction((tx) => sendLink(tx, administrator, { accountId }));
    expect(await mailsToAll([accountId])).toMatchObject([{ kind: "comeIn" }]);
    expect(await getArrival(administrator, accountId)).toMatchObject({ invitedOn: today() });
    const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
    expect(await getArrival(moderator, accountId)).toBeNull();
    const acts: ((...args: Parameters<typeof sendLink>) => Promise<unknown>)[] = [
      sendLink,
      copyLink,
    ];
    for (const act of acts) {
      await expect(transaction((tx) => act(tx, moderator, { accountId }))).rejects.toMatchObject({
        code: "notFound",
      });
    }
    const asked = await transaction((tx) => makeAccount(tx, { status: "pending" }));
    await expect(transaction((tx) => sendLink(tx, administrator, asked))).rejects.toMatchObject({
      code: "notFound",
    });
  });

  test("is made by its person, signed in by their address, and by nobody who is in", async () => {
    const { accountId } = await transaction((tx) => makeArrival(tx));
    const own = { ...administrator, accountId, role: "member", status: "pending" } as const;
    const token = await transaction((tx) => openOwnLink(tx, own));
    expect(await findArrival(token)).toMatchObject({ link: "open" });
    await expect(transaction((tx) => openOwnLink(tx, administrator))).rejects.toMatchObject({
      code: "moveNotAllowed",
    });
  });

  test("keeps no secret", async () => {
    const { accountId } = await transaction((tx) => makeArrival(tx));
    const token = await transaction((tx) => copyLink(tx, administrator, { accountId }));
    const kept = await query((db) =>
      db
        .select({ hash: accountLinks.tokenHash })
        .from(accountLinks)
        .where(eq(accountLinks.accountId, accountId)),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.hash).not.toContain(token);
  });
});

describe("who does not come", () => {
  const isOne = async (accountId: string, which: ReturnType<typeof isRemindable>) =>
    (await query((db) => db.$count(accounts, sql`${accounts.id} = ${accountId} and ${which}`))) ===
    1;

  test("is proposed for deletion after ninety days, and deleted by nobody but an administrator", async () => {
    const made = await transaction(async (tx) => [await makeArrival(tx), await makeArrival(tx)]);
    const ids = made.map(({ accountId }) => accountId);
    const [old = "", recent = ""] = ids;
    const day = today();
    const invite = (accountId: string, ago: number) =>
      query((db) =>
        db
          .update(accounts)
          .set({ invitedOn: addDays(day, -ago) })
          .where(eq(accounts.id, accountId)),
      );
    await invite(old, 91);
    await invite(recent, 90);
    expect(await isOne(old, isForgettable(day))).toBe(true);
    expect(await isOne(recent, isForgettable(day))).toBe(false);
    const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
    await expect(transaction((tx) => forgetDue(tx, moderator))).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await transaction((tx) => forgetDue(tx, administrator))).toBeGreaterThanOrEqual(1);
    const due = await query((db) =>
      db
        .select({ id: accounts.id })
        .from(accounts)
        .where(sql`${inArray(accounts.id, ids)} and ${accounts.erasureDueAt} is not null`),
    );
    expect(due).toEqual([{ id: old }]);
  });
});
