import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeAsk } from "@/db/ask-factory";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { listAsks } from "@/lib/asks/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { searchLine } from "./search-words";

type Member = Awaited<ReturnType<typeof makeMember>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const mark = `al${crypto.randomUUID().slice(0, 8)}`;

const setEntry = (id: string, values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, id)));
const setStatus = (id: string, status: "active" | "suspended" | "lapsed") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, id)));

let owner: Member;
let id: string;
let viewers: Record<string, Viewer>;

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx);
    const made = await makeAsk(tx, owner.memberId, {
      moderation: "published",
      searchMembers: searchLine([mark, "重庆铁路"]),
    });
    id = made.id;
    viewers = {
      member: await makeMember(tx),
      moderator: await makeAccount(tx, { role: "moderator" }),
      owner,
    };
  }),
);

/** How many each viewer finds by words. */
async function found(q: string) {
  const lists = await Promise.all(
    Object.values(viewers).map(async (viewer) => (await listAsks(viewer, { q })).total),
  );
  return [...new Set(lists)];
}

test("a question to the club is found by the start of its words, Chinese ones anywhere, and by nobody outside", async () => {
  expect(await found(mark)).toEqual([1]);
  expect(await found(`${mark} 铁路`)).toEqual([1]);
  expect(await found(`${mark} bateau`)).toEqual([0]);
  const pending = await transaction((tx) => makeMember(tx, {}, { status: "pending" }));
  expect((await listAsks(pending, { q: mark })).rows).toEqual([]);
});

test.each<[string, number, () => unknown, () => unknown]>([
  [
    "taken down",
    0,
    () => setEntry(id, { hiddenAt: new Date() }),
    () => setEntry(id, { hiddenAt: null }),
  ],
  [
    "of somebody suspended",
    0,
    () => setStatus(owner.accountId, "suspended"),
    () => setStatus(owner.accountId, "active"),
  ],
  [
    "of somebody whose membership has lapsed",
    1,
    () => setStatus(owner.accountId, "lapsed"),
    () => setStatus(owner.accountId, "active"),
  ],
  [
    "called otherwise",
    0,
    () => setEntry(id, { searchMembers: searchLine(["autre"]) }),
    () => setEntry(id, { searchMembers: searchLine([mark]) }),
  ],
])("one %s", async (_what, count, to, back) => {
  await to();
  expect((await listAsks(viewers.member as Viewer, { q: mark })).total).toBe(count);
  await back();
  expect((await listAsks(viewers.member as Viewer, { q: mark })).total).toBe(1);
});

test("after 500 changes by eight at once lines and counts are right", async () => {
  const owners: Member[] = [];
  const ids: string[] = [];
  await transaction(async (tx) => {
    for (let n = 0; n < 4; n++) owners.push(await makeMember(tx));
  });
  const ownerOf = (roll: Roll) => owners[roll(owners.length)] as Member;
  const add = async (roll: Roll) => {
    const { memberId } = ownerOf(roll);
    const made = await transaction((tx) => makeAsk(tx, memberId, { moderation: "published" }));
    ids.push(made.id);
  };
  for (let n = 0; n < 6; n++) await add(() => n % 3);
  await changeAtOnce(async (roll) => {
    if (roll(9) === 0) return add(roll);
    const one = ids[roll(ids.length)] as string;
    if (roll(40) === 0 && ids.length > 4) {
      return query((db) => db.delete(entries).where(eq(entries.id, ids.pop() ?? "")));
    }
    if (roll(3) === 0) {
      return setStatus(ownerOf(roll).accountId, roll(2) === 0 ? "active" : "suspended");
    }
    const hiddenAt = roll(2) === 0 ? new Date() : null;
    return setEntry(one, roll(2) === 0 ? { hiddenAt } : { searchMembers: ` n${roll(99)} ` });
  });
  expect(await listFaults("ask")).toEqual([]);
});
