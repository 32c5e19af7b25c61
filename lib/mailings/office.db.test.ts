import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { makeMailing } from "@/db/mailing-factory";
import { accounts } from "@/db/schema/accounts";
import { composeMailing } from "./letters.queries";

afterAll(closeDatabase);

test.each([
  ["role", { role: "member" }],
  ["membership", { status: "suspended" }],
] as const)(
  "a test that is still to be sent is dropped with its asker's %s",
  async (_of, taken) => {
    const [asker] = await transaction(async (tx) => [
      await makeAccount(tx, { role: "administrator" }),
      // The last one stays.
      await makeAccount(tx, { role: "administrator" }),
    ]);
    const { id } = await transaction((tx) => makeMailing(tx, asker.accountId));
    const { accountId } = asker;
    const compose = () =>
      composeMailing({ accountId, locale: "fr", data: { mailing: id, isTest: "yes" } });
    expect(await compose()).not.toBeNull();
    await query((db) => db.update(accounts).set(taken).where(eq(accounts.id, accountId)));
    expect(await compose()).toBeNull();
  },
);
