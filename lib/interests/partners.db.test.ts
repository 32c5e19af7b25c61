import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { interests } from "@/db/schema/interests";
import { memberContacts, members } from "@/db/schema/members";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { listPartners } from "./partners.queries";
import { getInterest } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let partner: Member;
let other: Member;
let slug: string;
let roomId: string;
let interestId: string;

afterAll(closeDatabase);

async function reachable(familyName: string) {
  const member = await transaction((tx) =>
    makeMember(tx, { familyName, visibility: { email: "contacts" } }),
  );
  await query((db) =>
    db
      .update(memberContacts)
      .set({ email: `${familyName}@example.org` })
      .where(eq(memberContacts.memberId, member.memberId)),
  );
  return member;
}

beforeEach(async () => {
  [owner, partner, other] = [
    await reachable("Proprio"),
    await reachable("Partenaire"),
    await reachable("Tiers"),
  ];
  await transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    slug = project.slug;
    const made = await makeInterest(tx, project.id, partner.memberId, { state: "accepted" });
    interestId = made.id;
    await makeInterest(tx, project.id, other.memberId, { state: "sent" });
    roomId = (await makeRoom(tx, project.id, [owner.memberId, partner.memberId])).id;
  });
});

const emails = async (viewer: Member) =>
  (await listPartners(viewer, slug)).map(({ familyName, email }) => [familyName, email]);

test("each of the two reads how the other is reached, and nobody else's", async () => {
  expect(await emails(owner)).toEqual([["Partenaire", "Partenaire@example.org"]]);
  expect(await emails(partner)).toEqual([["Proprio", "Proprio@example.org"]]);
  for (const who of [other, await reachable("Passant")]) expect(await emails(who)).toEqual([]);
});

test("not once it has come to nothing, nor of whoever was taken down", async () => {
  await query((db) =>
    db.update(members).set({ hiddenAt: new Date() }).where(eq(members.id, partner.memberId)),
  );
  expect(await emails(owner)).toEqual([[null, null]]);
  for (const state of ["in-talks", "no-agreement"] as const) {
    await query((db) => db.update(interests).set({ state }).where(eq(interests.id, interestId)));
  }
  for (const who of [owner, partner]) expect(await emails(who)).toEqual([]);
});

test("what the two have to say stands in the room as long as both write there", async () => {
  const isInOneRoom = async () =>
    (await Promise.all([owner, partner].map((who) => getInterest(who, interestId)))).map(
      (page) => page?.isInOneRoom,
    );
  const ofPartner = and(eq(roomPeople.roomId, roomId), eq(roomPeople.memberId, partner.memberId));
  const set = (values: Partial<typeof roomPeople.$inferInsert>) =>
    query((db) => db.update(roomPeople).set(values).where(ofPartner));
  const close = (closedAt: Date | null) =>
    query((db) => db.update(rooms).set({ closedAt }).where(eq(rooms.id, roomId)));
  expect(await isInOneRoom()).toEqual([true, true]);
  await close(new Date());
  expect(await isInOneRoom()).toEqual([false, false]);
  await close(null);
  await set({ role: "observer" });
  expect(await isInOneRoom()).toEqual([false, false]);
  await set({ role: "partner", removedAt: new Date() });
  expect(await isInOneRoom()).toEqual([false, false]);
});
