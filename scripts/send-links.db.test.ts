import { and, eq, inArray, isNull } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { makeArrival } from "@/db/arrival-factory";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { imports } from "@/db/schema/imports";
import { sendLinks } from "./send-links";

/** Whoever sends is none of the office any more once the first links are written. */
const demoted = vi.hoisted(() => ({ after: false }));
vi.mock("@/lib/arrivals/links.mutations", async (original) => {
  const links = await original<typeof import("@/lib/arrivals/links.mutations")>();
  return {
    ...links,
    sendNextLinks: async (...asked: Parameters<typeof links.sendNextLinks>) => {
      const sent = await links.sendNextLinks(...asked);
      const [tx, { accountId }] = asked;
      if (demoted.after)
        await tx.update(accounts).set({ role: "member" }).where(eq(accounts.id, accountId));
      return sent;
    },
  };
});

workAsOwner(60_000);

afterAll(closeDatabase);

const COUNT = 30;

async function fileOf(madeBy: string) {
  const people = await transaction(async (tx) => {
    const made: Awaited<ReturnType<typeof makeArrival>>[] = [];
    while (made.length < COUNT) made.push(await makeArrival(tx));
    return made.map((one, row) => ({ ...one, row, organisationId: null }));
  });
  const brought = { organisations: [], joined: [], people };
  const [{ id = "" } = {}] = await query((db) =>
    db
      .insert(imports)
      .values({
        ...{ madeBy, fileName: "members.csv", locale: "fr", sheet: {} as never, brought },
        ...{ rowCount: COUNT, state: "done", endedAt: new Date() },
      })
      .returning({ id: imports.id }),
  );
  const isLeft = and(
    inArray(
      accounts.id,
      people.map(({ accountId }) => accountId),
    ),
    isNull(accounts.invitedOn),
  );
  return { importId: id, countLeft: () => query((db) => db.$count(accounts, isLeft)) };
}

test("an administrator's links are sent to the last, and no more once they are none", async () => {
  const { accountId: by } = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  const [whole, cut] = [await fileOf(by), await fileOf(by)];
  await sendLinks({ by, importId: whole.importId, again: false });
  expect(await whole.countLeft()).toBe(0);
  demoted.after = true;
  await sendLinks({ by, importId: cut.importId, again: false });
  const left = await cut.countLeft();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(COUNT);
  await sendLinks({ by, importId: cut.importId, again: false });
  expect(await cut.countLeft()).toBe(left);
});
