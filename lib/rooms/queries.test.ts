import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { roomPeople, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { planMilestone } from "./milestones.mutations";
import { getRoom, getRoomDoor, getRoomOutline, hasRoom, listOwnRooms } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let gone: Member;
let removed: Member;
let administrator: Member;
let slug: string;
let roomId: string;

const member = (
  values: Parameters<typeof makeMember>[1] = {},
  account: Parameters<typeof makeMember>[2] = {},
) => transaction((tx) => makeMember(tx, values, account));

beforeAll(async () => {
  [lead, partner, gone, removed, administrator] = await Promise.all([
    member({ familyName: "Verchamp", givenName: "Odile" }),
    member({ familyName: "Zhaolin", givenName: "Wenqi", nameZh: "赵林文琪" }, { locale: "zh" }),
    member({ familyName: "Disparu" }),
    member(),
    member({}, { role: "administrator" }),
  ]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    const people = [lead, partner, gone].map(({ memberId }) => memberId);
    roomId = (await makeRoom(tx, project.id, people)).id;
    const { memberId } = removed;
    await tx
      .insert(roomPeople)
      .values({ roomId, memberId, role: "partner", removedAt: new Date() });
    await tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.accountId));
    // Whoever came later stands below.
    const later = { joinedAt: new Date(Date.now() + 60_000) };
    await tx.update(roomPeople).set(later).where(eq(roomPeople.memberId, gone.memberId));
  });
});

test("its people read the room, leads first, each in the reader's script; who is gone has no name", async () => {
  const room = await getRoom(partner, slug, "zh");
  expect(room?.people.map(({ name, role, isSelf }) => [name?.text ?? null, role, isSelf])).toEqual([
    ["Odile Verchamp", "lead", false],
    ["赵林文琪", "partner", true],
    [null, "partner", false],
  ]);
  expect(JSON.stringify(room)).not.toContain("Disparu");
});

test.each<[string, () => Viewer]>([
  ["the club team", () => administrator],
  ["who was removed", () => removed],
  ["who is suspended", () => ({ ...gone, status: "suspended" })],
  ["an account without a profile", () => ({ ...administrator, memberId: null })],
])("for %s there is no room", async (_who, viewer) => {
  expect(await getRoom(viewer(), slug, "fr")).toBeNull();
  expect(await hasRoom(viewer(), slug)).toBe(false);
  expect((await listOwnRooms(viewer(), "fr")).map((room) => room.slug)).not.toContain(slug);
});

test("visitors and odd addresses find nothing", async () => {
  expect(await hasRoom(null, slug)).toBe(false);
  expect(await getRoom(lead, "../x", "fr")).toBeNull();
});

test("only the owner learns how many are there and whether it is closed, and whether one is there at all", async () => {
  expect(await getRoomOutline(lead, slug)).toEqual({ people: 3, isClosed: false });
  for (const viewer of [
    partner,
    removed,
    administrator,
    { ...lead, status: "suspended" } as const,
  ]) {
    expect(await getRoomOutline(viewer, slug)).toBeNull();
  }
  const { slug: bare } = await transaction((tx) => makeProject(tx, lead.memberId));
  expect(await getRoomOutline(lead, bare)).toBeNull();
  expect(await getRoomOutline(lead, "../x")).toBeNull();
  expect(await getRoomDoor(lead, bare)).toBeNull();
});

test("one's rooms tell the role and what is due next", async () => {
  const plan = (dueOn: string) =>
    transaction((tx) =>
      planMilestone(tx, lead, { roomId, title: "Étape", startsOn: null, dueOn, locale: "fr" }),
    );
  await plan("2027-06-01");
  await plan("2027-04-01");
  expect(await listOwnRooms(partner, "zh")).toMatchObject([
    { slug, role: "partner", isClosed: false, nextDue: "2027-04-01" },
  ]);
  await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
  expect(await listOwnRooms(partner, "zh")).toMatchObject([{ isClosed: true }]);
  expect(await getRoomOutline(lead, slug)).toMatchObject({ isClosed: true });
});
