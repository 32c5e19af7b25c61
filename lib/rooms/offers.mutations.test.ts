import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { reopenEntry } from "@/lib/entries/verbs.mutations";
import { listNotices } from "@/lib/notifications/list.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { getLeftText } from "./left-text.queries";
import { acceptOffer, askNextHeirs, declineOffer, offerProject } from "./offers.mutations";
import { getRoom } from "./queries";

afterAll(() => closeDatabase());

type Member = Awaited<ReturnType<typeof makeMember>>;

let projectId: string;
let slug: string;
let roomId: string;
let partner: Member;
let second: Member;
let adviser: Member;

/** A withdrawn project of somebody who was erased, with two partners and an adviser in its room. */
beforeEach(async () => {
  await transaction(async (tx) => {
    const owner = await makeMember(tx, { givenName: "", familyName: "" });
    const { accountId } = owner;
    const email = `erased-${accountId}@erased.invalid`;
    await tx.update(accounts).set({ email, status: "left" }).where(eq(accounts.id, accountId));
    [partner, second, adviser] = [
      await makeMember(tx, {}, { locale: "zh" }),
      await makeMember(tx),
      await makeMember(tx),
    ];
    ({ id: projectId, slug } = await makeProject(tx, owner.memberId, { moderation: "withdrawn" }));
    ({ id: roomId } = await makeRoom(tx, projectId, []));
    for (const [index, { memberId }] of [partner, second, adviser].entries()) {
      const role = memberId === adviser.memberId ? "adviser" : "partner";
      const joinedAt = new Date(Date.now() + index * 1000);
      await tx.insert(roomPeople).values({ roomId, memberId, role, joinedAt });
    }
  });
});

const offer = () => transaction((tx) => offerProject(tx, { roomId }));
const accept = (viewer: Member) => transaction((tx) => acceptOffer(tx, viewer, { roomId }));
const decline = (viewer: Member) => transaction((tx) => declineOffer(tx, viewer, { roomId }));

const setRoom = (values: Partial<typeof rooms.$inferInsert>) =>
  query((db) => db.update(rooms).set(values).where(eq(rooms.id, roomId)));

async function ownerNow() {
  const { ownerId, moderation, version } = entries;
  const [row] = await query((db) =>
    db.select({ ownerId, moderation, version }).from(entries).where(eq(entries.id, projectId)),
  );
  return row;
}

const offeredNow = async () => (await getRoom(partner, slug, "fr"))?.offeredTo;

test("nobody is made an owner unasked: the partner who came first is asked, the others are told", async () => {
  const before = await ownerNow();
  await offer();
  expect(await ownerNow()).toEqual(before);
  expect(await offeredNow()).toBe(partner.memberId);
  const kinds = async (one: Member) => (await toldTo(one)).map(({ kind }) => kind);
  expect(await kinds(partner)).toEqual(["projectOffered"]);
  expect(await kinds(second)).toEqual(["projectOwnerGone"]);
  expect(await kinds(adviser)).toEqual(["projectOwnerGone"]);
  expect(await toldTo(partner)).toMatchObject([{ locale: "zh", data: { person: "" } }]);
});

test("a lead comes before those who were there first", async () => {
  await query((db) =>
    db.update(roomPeople).set({ role: "lead" }).where(eq(roomPeople.memberId, second.memberId)),
  );
  await offer();
  expect(await offeredNow()).toBe(second.memberId);
});

test("in a room of advisers nobody is asked", async () => {
  await query((db) =>
    db.update(roomPeople).set({ role: "adviser" }).where(eq(roomPeople.roomId, roomId)),
  );
  await offer();
  expect(await offeredNow()).toBeNull();
});

test("nor does anybody take it over who advises by now, and whoever is out of the room is told of no offer", async () => {
  await offer();
  const set = (values: Partial<typeof roomPeople.$inferInsert>) =>
    query((db) =>
      db.update(roomPeople).set(values).where(eq(roomPeople.memberId, partner.memberId)),
    );
  await set({ role: "adviser" });
  await expect(accept(partner)).rejects.toMatchObject({ code: "moveNotAllowed" });
  const told = async () => (await listNotices(partner)).rows.map(({ kind }) => kind);
  expect(await told()).toEqual(["projectOffered"]);
  await set({ removedAt: new Date() });
  expect(await told()).toEqual([]);
});

test("of a project that was taken down nobody is asked, and all are told that its owner is gone", async () => {
  const isIt = eq(entries.id, projectId);
  await query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(isIt));
  await offer();
  expect(await offeredNow()).toBeNull();
  for (const one of [partner, second, adviser]) {
    expect((await toldTo(one)).map(({ kind }) => kind)).toEqual(["projectOwnerGone"]);
  }
});

test("whoever accepts owns the project as it stands, leads the room, and may open it again", async () => {
  await offer();
  await accept(partner);
  expect(await ownerNow()).toEqual({
    ownerId: partner.memberId,
    moderation: "withdrawn",
    version: 2,
  });
  const room = await getRoom(partner, slug, "fr");
  expect(room).toMatchObject({ isOwnerGone: false, offeredTo: null });
  expect(room?.people.find(({ isSelf }) => isSelf)?.role).toBe("lead");
  expect((await toldTo(second)).map(({ kind }) => kind)).toContain("projectTakenOver");
  expect(await eventsOn(roomId)).toContain("room.project-taken-over");
  await transaction((tx) => reopenEntry(tx, partner, PROJECT_VERBS, { id: projectId, version: 2 }));
});

test("it is refused to the others in the room, to strangers, twice, and after fourteen days", async () => {
  await offer();
  const stranger = await transaction((tx) => makeMember(tx));
  await expect(accept(second)).rejects.toMatchObject({ code: "moveNotAllowed" });
  await expect(decline(second)).rejects.toMatchObject({ code: "moveNotAllowed" });
  await expect(accept(stranger)).rejects.toMatchObject({ code: "notFound" });
  await query((db) =>
    db
      .update(rooms)
      .set({ offeredUntil: sql`now() - interval '1 second'` })
      .where(eq(rooms.id, roomId)),
  );
  await expect(accept(partner)).rejects.toMatchObject({ code: "moveNotAllowed" });
  await setRoom({ offeredUntil: new Date(Date.now() + 60_000) });
  const outcomes = await Promise.allSettled([accept(partner), accept(partner)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("declined, the project stays without an owner and the next partner is asked, then nobody", async () => {
  const before = await ownerNow();
  await offer();
  await decline(partner);
  expect(await ownerNow()).toEqual(before);
  expect(await getRoom(partner, slug, "fr")).toMatchObject({ isOwnerGone: true });
  expect(await offeredNow()).toBe(second.memberId);
  expect((await toldTo(second)).map(({ kind }) => kind)).toContain("projectOffered");
  await expect(accept(partner)).rejects.toMatchObject({ code: "moveNotAllowed" });
  await decline(second);
  expect(await getRoom(partner, slug, "fr")).toMatchObject({ isOwnerGone: true, offeredTo: null });
});

test("once the days of the one who was asked have passed, the next is asked, once", async () => {
  await offer();
  await askNextHeirs();
  expect(await offeredNow()).toBe(partner.memberId);
  await setRoom({ offeredUntil: new Date(Date.now() - 1000) });
  await Promise.all([askNextHeirs(), askNextHeirs()]);
  expect(await offeredNow()).toBe(second.memberId);
  const offers = (await toldTo(second)).filter(({ kind }) => kind === "projectOffered");
  expect(offers).toHaveLength(1);
  await expect(accept(partner)).rejects.toMatchObject({ code: "moveNotAllowed" });
  // What the sweep takes after 90 days asks nobody anew: here they are from before.
  await query((db) =>
    db
      .update(notices)
      .set({ createdAt: new Date(0) })
      .where(eq(notices.subjectId, roomId)),
  );
  await setRoom({ offeredUntil: new Date(Date.now() - 1000) });
  await askNextHeirs();
  expect(await offeredNow()).toBeNull();
  await askNextHeirs();
  expect(await offeredNow()).toBeNull();
});

test("who was asked is not asked again when the one after them has left the room", async () => {
  const third = await transaction((tx) => makeMember(tx));
  const joinedAt = new Date(Date.now() + 60_000);
  await query((db) =>
    db.insert(roomPeople).values({ roomId, memberId: third.memberId, role: "partner", joinedAt }),
  );
  const leave = ({ memberId }: Member) =>
    query((db) =>
      db.update(roomPeople).set({ removedAt: new Date() }).where(eq(roomPeople.memberId, memberId)),
    );
  const letPass = async () => {
    await setRoom({ offeredUntil: new Date(Date.now() - 1000) });
    await askNextHeirs();
  };
  await offer();
  await decline(partner);
  await leave(second);
  await letPass();
  expect(await offeredNow()).toBe(third.memberId);
  await leave(third);
  await letPass();
  expect(await offeredNow()).toBeNull();
});

test("the people of the room read on what the project is, strangers and its next readers do not", async () => {
  const stranger = await transaction((tx) => makeMember(tx));
  const summary = { fr: "Nous passons commande ensemble deux fois par an." };
  expect(await getLeftText(adviser, roomId)).toMatchObject({ summary });
  expect(await getLeftText(stranger, roomId)).toBeNull();
  await offer();
  await accept(partner);
  expect(await getLeftText(adviser, roomId)).toBeNull();
});

test("a project that has an owner is offered to nobody", async () => {
  await offer();
  await accept(partner);
  await expect(offer()).rejects.toMatchObject({ code: "moveNotAllowed" });
});
