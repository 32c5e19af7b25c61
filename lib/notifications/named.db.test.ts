import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeInterest, makeMember, makeOrganisation, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { requestAffiliation } from "@/lib/affiliations/mutations";
import { acceptInterest } from "@/lib/interests/mutations";
import { leaveRoom } from "@/lib/rooms/people.mutations";
import { listNotices, listUnseenNotices } from "./list.queries";
import { toNoticeGroups } from "./notice-view";

workAsOwner(60_000);

type Person = Awaited<ReturnType<typeof makeMember>>;

let reader: Person;
let person: Person;

/** Somebody left the reader's room and has asked to join what the reader manages. */
beforeEach(async () => {
  await transaction(async (tx) => {
    reader = await makeMember(tx);
    person = await makeMember(tx, { givenName: "Odile", familyName: "Zyx" });
    const online = { moderation: "published", publishedAt: new Date() } as const;
    const { id } = await makeProject(tx, reader.memberId, online);
    const room = await makeRoom(tx, id, [reader.memberId, person.memberId]);
    await leaveRoom(tx, person, { roomId: room.id });
    const { id: organisationId } = await makeOrganisation(tx, {}, [reader]);
    await requestAffiliation(tx, person, { organisationId, kind: "join", words: "" });
  });
});

afterAll(closeDatabase);

/** How each line begins, in the list and among what is new. */
async function told() {
  const lists = [(await listNotices(reader)).rows, await listUnseenNotices(reader)];
  const lines = lists.flatMap((rows) => toNoticeGroups(rows, "en").flatMap((one) => one.lines));
  return lines.map(({ text }) => text.replace(/ (has|wants) .*/u, ""));
}

const name = (text: string) => Array.from({ length: 4 }, () => text);

const set = (status: "active" | "suspended" | "left" | "lapsed") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, person.accountId)));

test("a notice names nobody who was suspended since or has left; whoever is back, again", async () => {
  expect(await told()).toEqual(name("Odile Zyx"));
  await set("suspended");
  expect(await told()).toEqual(name("Former member"));
  await set("active");
  await set("lapsed");
  expect(await told()).toEqual(name("Odile Zyx"));
  await set("left");
  expect(await told()).toEqual(name("Former member"));
});

test("nor anybody whose profile was taken down since", async () => {
  await query((db) =>
    db.update(members).set({ hiddenAt: new Date() }).where(eq(members.id, person.memberId)),
  );
  expect(await told()).toEqual(name("A member of the club"));
});

test("of whoever was erased, as an erasure leaves it, it says that they are a former member", async () => {
  const data = sql`${notices.data} || '{"person": ""}'`;
  await query((db) =>
    db.update(notices).set({ data }).where(eq(notices.accountId, reader.accountId)),
  );
  expect(await told()).toEqual(name("Former member"));
});

/** What the notices of the reader hold, as it lies there. */
async function kept() {
  const { data, accountId } = notices;
  const rows = await query((db) =>
    db.select({ data }).from(notices).where(eq(accountId, reader.accountId)),
  );
  return JSON.stringify(rows);
}

async function eraseRenamed() {
  await query((db) =>
    db.update(members).set({ familyName: "Abc" }).where(eq(members.id, person.memberId)),
  );
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: person.accountId }));
}

test("an erasure takes from the notices of others the name that somebody bore before, too", async () => {
  await eraseRenamed();
  expect(await told()).toEqual(name("Former member"));
  expect(await kept()).not.toMatch(/Zyx/u);
});

test("also from the notice that they had accepted an interest", async () => {
  await transaction(async (tx) => {
    const online = { moderation: "published", publishedAt: new Date() } as const;
    const { id } = await makeProject(tx, person.memberId, online);
    const { id: interestId } = await makeInterest(tx, id, reader.memberId);
    await acceptInterest(tx, person, { interestId, version: 1 });
  });
  expect(await kept()).toMatch(/Zyx/u);
  await eraseRenamed();
  expect(await kept()).not.toMatch(/Zyx/u);
});
