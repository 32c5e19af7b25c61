import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { sessions } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interestMessages } from "@/db/schema/interests";
import { notices } from "@/db/schema/notices";
import { roomInvitations, roomMessages, roomPeople, rooms } from "@/db/schema/rooms";
import { statementsOf } from "@/db/statement-count";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { findViewer } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { toExchangesView } from "./exchange-view";
import { countExchanges, listExchanges } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let me: Member;
let other: Member;

afterAll(closeDatabase);

beforeEach(async () => {
  [me, other] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, { familyName: "Quenelle", givenName: "Zoé" }),
  ]);
});

const list = (member: Member, isEnded = false, page = 1) =>
  listExchanges(member, { isEnded, page }, "fr");

const groupsOf = async (member: Member, isEnded = false) =>
  (await list(member, isEnded)).keys.map(({ kind, group }) => `${kind} ${group}`);

const project = (owner: Member) =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published" }));

const interest = async (sender: Member, owner: Member, state: "sent" | "accepted" | "declined") => {
  const { id } = await project(owner);
  return (await transaction((tx) => makeInterest(tx, id, sender.memberId, { state }))).id;
};

const introduce = (
  ...args: Parameters<typeof makeIntroduction> extends [unknown, ...infer R] ? R : never
) => transaction((tx) => makeIntroduction(tx, ...args));

async function inRoom(words?: string) {
  const { id: projectId } = await project(me);
  return transaction(async (tx) => {
    await makeInterest(tx, projectId, other.memberId, { state: "accepted" });
    const room = await makeRoom(tx, projectId, [me.memberId, other.memberId]);
    const createdAt = new Date(Date.now() + 60_000);
    const message = { roomId: room.id, authorId: other.accountId, createdAt };
    if (words) await tx.insert(roomMessages).values({ ...message, words });
    return room.id;
  });
}

/** What the header of whoever has just signed in says. */
async function headerOf({ accountId }: Member) {
  const token = newToken();
  const expiresAt = new Date(Date.now() + 60_000);
  await query((db) =>
    db.insert(sessions).values({ accountId, tokenHash: hashToken(token), expiresAt }),
  );
  return (await findViewer(token))?.waiting;
}

test("the reader's turn comes first, then what is new, what waits, who is in touch; what ended stands apart", async () => {
  await interest(me, other, "accepted");
  await interest(me, other, "sent");
  await inRoom("Bonjour");
  await introduce(other.memberId, me.memberId);
  await interest(other, me, "declined");
  expect(await groupsOf(me)).toEqual([
    "introduction turn",
    "room news",
    "interest waiting",
    "interest rest",
  ]);
  expect(await groupsOf(me, true)).toEqual(["interest ended"]);
});

test("the header counts what the list shows as the reader's turn", async () => {
  await interest(other, me, "sent");
  await introduce(other.memberId, me.memberId);
  const third = await transaction((tx) => makeMember(tx));
  await introduce(third.memberId, me.memberId, "accepted");
  await introduce(me.memberId, third.memberId);
  const fourth = await transaction((tx) => makeMember(tx));
  await introduce(fourth.memberId, me.memberId, undefined, { endsOn: today() });
  await inRoom("Bonjour");
  for (const [member, turns] of [
    [me, 2],
    [other, 0],
    [third, 1],
    [fourth, 0],
  ] as const) {
    expect(await headerOf(member)).toBe(turns);
    expect((await countExchanges(member)).counts.turn).toBe(turns);
  }
});

test("an invitation into a room is the invited one's turn until it is answered or the room is closed", async () => {
  const { id: projectId } = await project(other);
  const [roomId, title] = await transaction(async (tx) => {
    const room = await makeRoom(tx, projectId, [other.memberId]);
    const invited = { roomId: room.id, memberId: me.memberId, invitedBy: other.memberId };
    await tx.insert(roomInvitations).values({ ...invited, role: "partner" });
    const [entry] = await tx
      .select({ title: entries.title })
      .from(entries)
      .where(eq(entries.id, projectId));
    return [room.id, entry?.title.fr ?? ""];
  });
  expect(await groupsOf(me)).toEqual(["room-invitation turn"]);
  expect(await groupsOf(other)).toEqual(["room rest"]);
  expect([await headerOf(me), await headerOf(other)]).toEqual([1, 0]);
  const [view] = toExchangesView(await list(me), { isEnded: false }, "fr").sections;
  expect(view?.rows[0]?.href).toMatch(/^\/fr\/projects\/[^/]+\/room\/invitation$/);
  expect(JSON.stringify(view?.rows[0]?.about)).toContain(title);
  await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
  expect(await groupsOf(me)).toEqual([]);
  expect(await headerOf(me)).toBe(0);
});

test("what waits for an answer is marked for whose turn it is alone", async () => {
  await interest(other, me, "sent");
  const tones = await Promise.all(
    [me, other].map(async (one) =>
      toExchangesView(await list(one), { isEnded: false }, "fr").sections.flatMap(({ rows }) =>
        rows.map(({ badge }) => badge?.tone),
      ),
    ),
  );
  expect(tones).toEqual([["warning"], ["neutral"]]);
});

describe("an accepted interest", () => {
  test("is one row with its room for whoever is in it", async () => {
    await inRoom();
    for (const member of [me, other]) expect(await groupsOf(member)).toEqual(["room rest"]);
    const [view] = toExchangesView(await list(me), { isEnded: false }, "fr").sections;
    expect(view?.rows).toHaveLength(1);
    expect(view?.rows[0]?.href).toMatch(/^\/fr\/projects\/.*\/room\/discussion$/);
    expect(view?.rows[0]?.about).toContain("Zoé Quenelle");
  });

  test("stands by itself for whoever is outside, and a closed room among what ended", async () => {
    await interest(me, other, "accepted");
    const roomId = await inRoom();
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    expect(await groupsOf(me)).toEqual(["interest rest"]);
    expect(await groupsOf(me, true)).toEqual(["room ended"]);
  });

  test("stands by itself again for whoever has left its room", async () => {
    await inRoom();
    await query((db) =>
      db
        .update(roomPeople)
        .set({ removedAt: new Date() })
        .where(eq(roomPeople.memberId, other.memberId)),
    );
    expect(await groupsOf(other)).toEqual(["interest rest"]);
    expect(await groupsOf(me)).toEqual(["room rest"]);
  });
});

test("what one has written oneself and what was taken down is no news of a room", async () => {
  await inRoom("Bonjour");
  expect(await groupsOf(me)).toEqual(["room news"]);
  expect(await groupsOf(other)).toEqual(["room rest"]);
  const isTheirs = eq(roomMessages.authorId, other.accountId);
  await query((db) => db.update(roomMessages).set({ hiddenAt: new Date() }).where(isTheirs));
  expect(await groupsOf(me)).toEqual(["room rest"]);
});

test("what was told of an ended one comes back as news until it is seen", async () => {
  const subjectId = await interest(me, other, "declined");
  const told = {
    accountId: me.accountId,
    kind: "interestDeclined",
    subjectType: "interest" as const,
  };
  await query((db) => db.insert(notices).values({ ...told, subjectId }));
  expect(await groupsOf(me)).toEqual(["interest news"]);
  expect(await groupsOf(other, true)).toEqual(["interest ended"]);
  await query((db) =>
    db.update(notices).set({ seenAt: new Date() }).where(eq(notices.subjectId, subjectId)),
  );
  expect(await groupsOf(me, true)).toEqual(["interest ended"]);
});

test("what was written last is quoted, and whose it is", async () => {
  const interestId = await interest(me, other, "sent");
  const written = async () => (await list(me)).interests[0];
  expect(await written()).toMatchObject({ isMine: true });
  const words = "Quels volumes ?";
  await query((db) =>
    db.insert(interestMessages).values({ interestId, authorId: other.accountId, words }),
  );
  expect(await written()).toMatchObject({ words, isMine: false });
});

test("an introduction that was set aside waits for whoever asked, and has ended for the other", async () => {
  await introduce(me.memberId, other.memberId, "not-now");
  expect(await groupsOf(me)).toEqual(["introduction waiting"]);
  expect(await groupsOf(other, true)).toEqual(["introduction ended"]);
});

test("a page takes three statements, however much is on it; pages follow each other", async () => {
  for (let index = 0; index < 26; index++) {
    const one = await transaction((tx) => makeMember(tx));
    await introduce(one.memberId, me.memberId);
  }
  await inRoom("Bonjour");
  await interest(me, other, "sent");
  const { statements, result } = await statementsOf(() => list(me));
  expect(statements).toBe(3);
  const next = await list(me, false, 9);
  expect([result.keys.length, next.keys.length, next.page]).toEqual([24, 4, 2]);
  const ids = [...result.keys, ...next.keys].map(({ id }) => id);
  expect(new Set(ids).size).toBe(28);
});

test("whoever is not among the two finds nothing; an account without a profile neither", async () => {
  await interest(me, other, "sent");
  const stranger = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  expect(await groupsOf(stranger)).toEqual([]);
  const club = { ...stranger, memberId: null, memberSlug: null };
  expect((await listExchanges(club, { isEnded: false, page: 1 }, "fr")).keys).toEqual([]);
});
