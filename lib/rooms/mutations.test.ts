import { and, eq, isNull } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { roomInvitations, roomPeople, rooms } from "@/db/schema/rooms";
import { closeRoom, openRoom, reopenRoom } from "./mutations";

afterAll(closeDatabase);

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

async function world() {
  const [owner, partner] = await Promise.all([member(), member({ locale: "zh" })]);
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published" }),
  );
  const open = (who = partner, by = owner) =>
    transaction((tx) =>
      openRoom(tx, by, {
        projectId: project.id,
        ownerMemberId: by.memberId,
        partnerMemberId: who.memberId,
      }),
    );
  return { owner, partner, project, open };
}

const peopleOf = (roomId: string) =>
  query((db) =>
    db
      .select({ memberId: roomPeople.memberId, role: roomPeople.role })
      .from(roomPeople)
      .where(and(eq(roomPeople.roomId, roomId), isNull(roomPeople.removedAt))),
  );

describe("opening a room", () => {
  test("the owner leads, the partner is in; a second time nothing happens", async () => {
    const { owner, partner, open } = await world();
    const { roomId } = await open();
    expect(await open()).toEqual({ roomId });
    const people = await peopleOf(roomId);
    expect(people).toHaveLength(2);
    expect(people).toContainEqual({ memberId: owner.memberId, role: "lead" });
    expect(people).toContainEqual({ memberId: partner.memberId, role: "partner" });
    expect(await eventsOn(roomId)).toEqual([
      "room.opened",
      "room.person-added",
      "room.person-added",
    ]);
  });

  test("ten acceptances at once make one room with all ten partners", async () => {
    const { open } = await world();
    const partners = await Promise.all(Array.from({ length: 10 }, () => member()));
    const opened = await Promise.all(partners.map((partner) => open(partner)));
    expect(new Set(opened.map(({ roomId }) => roomId)).size).toBe(1);
    expect(await peopleOf(opened[0]?.roomId ?? "")).toHaveLength(11);
  });

  test("an adviser whose interest is accepted becomes a partner, and what invited them is over", async () => {
    const { owner, open } = await world();
    const { roomId } = await open();
    const [adviser, invited] = await Promise.all([member(), member()]);
    await query((db) =>
      db.insert(roomPeople).values({ roomId, memberId: adviser.memberId, role: "adviser" }),
    );
    await query((db) =>
      db.insert(roomInvitations).values({
        roomId,
        memberId: invited.memberId,
        role: "observer",
        invitedBy: owner.memberId,
      }),
    );
    await open(adviser);
    await open(invited);
    for (const { memberId } of [adviser, invited]) {
      expect(await peopleOf(roomId)).toContainEqual({ memberId, role: "partner" });
    }
    const [invitation] = await query((db) =>
      db
        .select({ state: roomInvitations.state })
        .from(roomInvitations)
        .where(eq(roomInvitations.memberId, invited.memberId)),
    );
    expect(invitation?.state).toBe("withdrawn");
  });

  test("a closed room is open again", async () => {
    const { open } = await world();
    const { roomId } = await open();
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await open(await member());
    const [room] = await query((db) =>
      db.select({ closedAt: rooms.closedAt }).from(rooms).where(eq(rooms.id, roomId)),
    );
    expect(room?.closedAt).toBeNull();
    expect(await eventsOn(roomId)).toContain("room.reopened");
  });

  test("only the owner opens it, and not with themselves or somebody suspended", async () => {
    const { owner, partner, open } = await world();
    const [moderator, gone] = await Promise.all([
      member({ role: "moderator" }),
      member({ status: "suspended" }),
    ]);
    await expect(open(partner, moderator)).rejects.toMatchObject({ code: "notFound" });
    await expect(open(owner, owner)).rejects.toMatchObject({ code: "notFound" });
    await expect(open(gone)).rejects.toMatchObject({ code: "notActive" });
  });
});

describe("a later acceptance", () => {
  test("who is there is told of a later partner by name and role; the first two and the newcomer are not", async () => {
    const { owner, partner, open } = await world();
    const later = await member();
    await open();
    await open(later);
    await open(later);
    expect(await toldTo(partner)).toMatchObject([
      { kind: "roomPersonJoined", locale: "zh", data: { role: "合作伙伴" } },
    ]);
    const [told] = await toldTo(partner);
    expect(told?.data.person).not.toBe("");
    expect([...(await toldTo(owner)), ...(await toldTo(later))]).toEqual([]);
  });

  test("that an acceptance opens a closed room again is told, in one mail with who joins", async () => {
    const { owner, partner, open } = await world();
    const [second, later] = await Promise.all([member(), member()]);
    const { roomId } = await open();
    await open(second);
    const close = () =>
      query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await close();
    await open(later);
    await close();
    await open(later);
    const kinds = async (who: typeof owner) => (await toldTo(who)).map(({ kind }) => kind);
    expect(await kinds(second)).toEqual(["roomReopenedWith", "roomReopened"]);
    expect(await kinds(partner)).toEqual(["roomPersonJoined", "roomReopenedWith", "roomReopened"]);
    expect([...(await kinds(owner)), ...(await kinds(later))]).toEqual([]);
  });
});

describe("closing and opening again", () => {
  test("a lead does, once a version; others are told or find nothing", async () => {
    const { owner, partner, open } = await world();
    const stranger = await member({ role: "administrator" });
    const { roomId } = await open();
    const close = (who: typeof owner, version = 1) =>
      transaction((tx) => closeRoom(tx, who, { roomId, version }));
    const reopen = (who: typeof owner, version = 2) =>
      transaction((tx) => reopenRoom(tx, who, { roomId, version }));
    await expect(close(stranger)).rejects.toMatchObject({ code: "notFound" });
    await expect(close(partner)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(close(owner, 7)).rejects.toMatchObject({ code: "conflict" });
    await expect(reopen(owner, 1)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await close(owner);
    await expect(close(owner, 2)).rejects.toMatchObject({ code: "roomClosed" });
    await expect(reopen(partner)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await reopen(owner);
    expect(await toldTo(partner)).toMatchObject([
      { kind: "roomClosed", locale: "zh", data: { to: expect.stringContaining("/room") } },
      { kind: "roomReopened", locale: "zh" },
    ]);
    expect(await toldTo(owner)).toEqual([]);
    expect((await eventsOn(roomId)).slice(-2)).toEqual(["room.closed", "room.reopened"]);
  });
});

test("coming and going has an end: six moves an hour that everybody is told of", async () => {
  const { owner, open } = await world();
  const { roomId } = await open();
  const state = () =>
    query((db) => db.select({ version: rooms.version }).from(rooms).where(eq(rooms.id, roomId)));
  const moveBy = async (move: typeof closeRoom) => {
    const [room] = await state();
    await transaction((tx) => move(tx, owner, { roomId, version: room?.version ?? 0 }));
  };
  for (let round = 0; round < 3; round++) {
    await moveBy(closeRoom);
    await moveBy(reopenRoom);
  }
  await expect(moveBy(closeRoom)).rejects.toMatchObject({ code: "tooManyRequests" });
});
