import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { countExchanges } from "@/lib/exchanges/queries";
import { countReceived } from "./waiting.queries";

afterAll(closeDatabase);

const member = () => transaction((tx) => makeMember(tx));

test("an owner's interests are counted by project, as the inbox shows them", async () => {
  const [owner, first, second, suspended] = await Promise.all([
    member(),
    member(),
    member(),
    member(),
  ]);
  const online = { moderation: "published" } as const;
  const [busy, ended, quiet] = await transaction(async (tx) => {
    const made = [
      await makeProject(tx, owner.memberId, online),
      await makeProject(tx, owner.memberId, online),
      await makeProject(tx, owner.memberId, online),
    ].map(({ id }) => id);
    const [one = "", other = ""] = made;
    await makeInterest(tx, one, first.memberId, { state: "sent" });
    await makeInterest(tx, one, second.memberId, { state: "accepted" });
    await makeInterest(tx, one, suspended.memberId, { state: "sent" });
    await makeInterest(tx, other, first.memberId, { state: "declined" });
    return made;
  });
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, suspended.accountId)),
  );
  const ids = [busy ?? "", ended ?? "", quiet ?? ""];
  const counts = await countReceived(owner, ids);
  expect(ids.map((id) => counts.get(id) ?? 0)).toEqual([2, 1, 0]);
  expect((await countExchanges(owner)).counts).toMatchObject({ turn: 1, rest: 1, ended: 1 });
  expect(await countReceived(owner, [])).toEqual(new Map());
  expect(await countReceived(first, ids)).toEqual(new Map());
  expect(await countReceived(null, ids)).toEqual(new Map());
});
