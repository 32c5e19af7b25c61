import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { deskItems } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { noteOnItem, releaseItem, takeItem } from "./desk.mutations";
import { type DeskKey, getDesk, refuseIfColleagues } from "./desk.queries";
import { listQueue } from "./queries";

let one: Viewer;
let two: Viewer;
let owner: Viewer & { memberId: string };

beforeAll(async () => {
  await transaction(async (tx) => {
    const named = { familyName: "Lin", givenName: "Meihua", nameOrder: "family-first" } as const;
    one = await makeMember(tx, named, { role: "moderator" });
    two = await makeMember(tx, {}, { role: "administrator" });
    owner = await makeMember(tx);
  });
});

afterAll(() => closeDatabase());

async function waiting(memberId = owner.memberId): Promise<DeskKey> {
  const { id } = await transaction((tx) => makeProject(tx, memberId, { moderation: "submitted" }));
  return { kind: "project", id };
}

const take = (viewer: Viewer, item: DeskKey & { from?: string }) =>
  transaction((tx) => takeItem(tx, viewer, item));
const release = (viewer: Viewer, item: DeskKey) =>
  transaction((tx) => releaseItem(tx, viewer, item));
const note = (viewer: Viewer, item: DeskKey, words: string) =>
  transaction((tx) => noteOnItem(tx, viewer, { ...item, words }));

const eventsOf = async ({ id }: DeskKey) => {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows.filter(({ name }) => name.startsWith("desk."));
};

test("what nobody has becomes one's own, in the queue and on its page, and is left to the others again", async () => {
  const item = await waiting();
  await take(one, item);
  await take(one, item);
  const takerIn = async (viewer: Viewer) =>
    (await listQueue(viewer, "fr")).find(({ id }) => id === item.id)?.taker;
  expect(await takerIn(one)).toMatchObject({ isViewer: true });
  expect(await takerIn(two)).toEqual({ name: "Lin Meihua", isViewer: false });
  expect((await getDesk(two, item, "fr"))?.taker).toMatchObject({ accountId: one.accountId });
  await release(one, item);
  expect(await takerIn(two)).toBeNull();
  expect(await eventsOf(item)).toEqual([
    { name: "desk.taken", actorId: one.accountId },
    { name: "desk.released", actorId: one.accountId },
  ]);
});

test("a colleague's is refused by name, taken over when it is meant, and decided by nobody else", async () => {
  const item = await waiting();
  await take(one, item);
  const theirs = { code: "takenByColleague", values: { name: "Lin Meihua" } };
  await expect(take(two, item)).rejects.toMatchObject(theirs);
  await expect(take(two, { ...item, from: owner.accountId })).rejects.toMatchObject(theirs);
  const decides = (viewer: Viewer) => transaction((tx) => refuseIfColleagues(tx, viewer, item.id));
  await expect(decides(two)).rejects.toMatchObject(theirs);
  await decides(one);
  await expect(release(two, item)).rejects.toMatchObject({ code: "conflict" });
  await take(two, { ...item, from: one.accountId });
  await decides(two);
  await expect(release(one, item)).rejects.toMatchObject({ code: "conflict" });
  expect((await eventsOf(item)).map(({ name }) => name)).toEqual(["desk.taken", "desk.taken-over"]);
});

test("two at once, twenty times of twenty: one has it, the other is told who", async () => {
  for (let time = 0; time < 20; time++) {
    const item = await waiting();
    const results = await Promise.allSettled([take(one, item), take(two, item)]);
    const refused = results.flatMap((one) => (one.status === "rejected" ? one.reason.code : []));
    expect(refused).toEqual(["takenByColleague"]);
    expect(await eventsOf(item)).toHaveLength(1);
  }
});

test("who is of the team no longer has nothing: it is free without being taken over", async () => {
  const item = await waiting();
  const gone = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  await take(gone, item);
  await query((db) =>
    db.update(accounts).set({ role: "member" }).where(eq(accounts.id, gone.accountId)),
  );
  expect((await getDesk(two, item, "fr"))?.taker).toBeNull();
  await take(two, item);
  const held = await query((db) =>
    db
      .select({ takenBy: deskItems.takenBy })
      .from(deskItems)
      .where(and(eq(deskItems.subjectId, item.id))),
  );
  expect(held).toEqual([{ takenBy: two.accountId }]);
});

test("one's own, what waits no longer, what is not there, and to anybody but the team: refused", async () => {
  const own = await waiting((two as Viewer & { memberId: string }).memberId);
  await expect(take(two, own)).rejects.toMatchObject({ code: "notOnYourself" });
  await expect(note(two, own, "x")).rejects.toMatchObject({ code: "notOnYourself" });
  const item = await waiting();
  for (const verb of [take, release]) {
    await expect(verb(owner, item)).rejects.toMatchObject({ code: "notFound" });
    const nothing = { ...item, id: crypto.randomUUID() };
    await expect(verb(one, nothing)).rejects.toMatchObject({ code: "notFound" });
    await expect(verb(one, { ...item, kind: "page" })).rejects.toMatchObject({ code: "notFound" });
  }
  await expect(note(owner, item, "x")).rejects.toMatchObject({ code: "notFound" });
  const { id } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published" }),
  );
  await expect(take(one, { kind: "project", id })).rejects.toMatchObject({
    code: "alreadyDecided",
  });
  const back = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "withdrawn", submittedAt: new Date() }),
  );
  await expect(take(one, { kind: "project", id: back.id })).rejects.toMatchObject({
    code: "moveNotAllowed",
  });
  expect(await getDesk(owner, item, "fr")).toBeNull();
});

test("notes are the team's, never read by whoever they are about; on a claim they are on who asks", async () => {
  const item = await waiting();
  await note(one, item, "Vu au salon.");
  const notes = async (viewer: Viewer, key: DeskKey) =>
    (await getDesk(viewer, key, "fr"))?.notes?.map(({ words, author }) => ({ words, author }));
  expect(await notes(two, item)).toEqual([{ words: "Vu au salon.", author: "Lin Meihua" }]);
  expect((await eventsOf(item)).map(({ name }) => name)).toEqual(["desk.noted"]);

  const asker = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
  const claim = await transaction(async (tx) => {
    const { id: organisationId } = await makeOrganisation(tx);
    const [row] = await tx
      .insert(affiliationRequests)
      .values({ organisationId, memberId: asker.memberId, kind: "claim" })
      .returning({ id: affiliationRequests.id });
    return { kind: "claim", id: row?.id ?? "" } as const;
  });
  await take(one, claim);
  await note(one, claim, "À vérifier.");
  const account = { kind: "account", id: asker.accountId } as const;
  expect(await notes(two, account)).toEqual([{ words: "À vérifier.", author: "Lin Meihua" }]);
  expect((await getDesk(asker, claim, "fr"))?.notes).toBeNull();
});

test("what a colleague had who was suspended since is anybody's to take", async () => {
  const item = await waiting();
  const gone = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  await take(gone, item);
  const isGone = eq(accounts.id, gone.accountId);
  await query((db) => db.update(accounts).set({ status: "suspended" }).where(isGone));
  await take(two, item);
  expect((await getDesk(one, item, "fr"))?.taker).toMatchObject({ accountId: two.accountId });
});
