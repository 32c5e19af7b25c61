import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { ROOM_ROLES, type RoomRole } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { changeRole, leaveRoom, removeFromRoom, returnToRoom } from "./people.mutations";
import { canChangeRoomRole, type RoomPerson } from "./policy";
import { getRoom, getRoomDoor } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

let lead: Member;
let partner: Member;
let stranger: Member;
let roomId: string;
let slug: string;

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

beforeEach(async () => {
  [lead, partner, stranger] = await Promise.all([
    member(),
    member({ locale: "zh" }),
    member({ role: "administrator" }),
  ]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { moderation: "published" });
    slug = project.slug;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
  });
});

const setRole = (viewer: Member, whom: Member, role: RoomRole) =>
  transaction((tx) => changeRole(tx, viewer, { roomId, memberId: whom.memberId, role }));

const remove = (viewer: Member, whom: Member) =>
  transaction((tx) => removeFromRoom(tx, viewer, { roomId, memberId: whom.memberId }));

const leave = (viewer: Member) => transaction((tx) => leaveRoom(tx, viewer, { roomId }));

const close = () =>
  query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));

async function rolesNow() {
  const rows = await query((db) =>
    db
      .select({ memberId: roomPeople.memberId, role: roomPeople.role })
      .from(roomPeople)
      .where(and(eq(roomPeople.roomId, roomId), isNull(roomPeople.removedAt))),
  );
  return Object.fromEntries(rows.map(({ memberId, role }) => [memberId, role]));
}

async function lastEvent() {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, roomId))
      .orderBy(auditEvents.id),
  );
  return rows.at(-1);
}

describe("roles", () => {
  test("a lead gives a role, which leaves its event; made a lead, one is told in one's language", async () => {
    await setRole(lead, partner, "observer");
    expect(await lastEvent()).toMatchObject({
      name: "room.role-changed",
      data: { from: "partner", to: "observer" },
    });
    expect(await toldTo(partner)).toEqual([]);
    await setRole(lead, partner, "lead");
    expect(await toldTo(partner)).toMatchObject([
      { kind: "roomLead", locale: "zh", data: { to: `/projects/${slug}/room` } },
    ]);
  });

  test("where the only lead is gone, a partner stands in, and takes nothing over", async () => {
    const adviser = await member();
    await query((db) =>
      db.insert(roomPeople).values({ roomId, memberId: adviser.memberId, role: "adviser" }),
    );
    await expect(setRole(partner, adviser, "observer")).rejects.toThrow("roleReadsOnly");
    const status = (value: "suspended" | "active") =>
      query((db) =>
        db.update(accounts).set({ status: value }).where(eq(accounts.id, lead.accountId)),
      );
    await status("suspended");
    await setRole(partner, adviser, "observer");
    await expect(setRole(partner, partner, "lead")).rejects.toThrow("moveNotAllowed");
    await status("active");
    await expect(setRole(partner, adviser, "adviser")).rejects.toThrow("roleReadsOnly");
    expect(await rolesNow()).toMatchObject({
      [lead.memberId]: "lead",
      [partner.memberId]: "partner",
    });
  });

  test("who does not lead is told so, and for outsiders, the club team included, there is no room", async () => {
    await expect(setRole(partner, partner, "lead")).rejects.toMatchObject({
      code: "roleReadsOnly",
    });
    await expect(setRole(stranger, partner, "lead")).rejects.toMatchObject({ code: "notFound" });
    await expect(setRole(lead, stranger, "partner")).rejects.toMatchObject({ code: "notFound" });
    await close();
    await expect(setRole(lead, partner, "lead")).rejects.toMatchObject({ code: "roomClosed" });
  });

  test("every change of role is made or refused as the policy says", async () => {
    await setRole(lead, partner, "lead");
    const third = await member();
    for (const from of ROOM_ROLES) {
      for (const to of ROOM_ROLES.filter((role) => role !== from)) {
        await query((db) => db.delete(roomPeople).where(eq(roomPeople.memberId, third.memberId)));
        await query((db) =>
          db.insert(roomPeople).values({ roomId, memberId: third.memberId, role: from }),
        );
        const people: RoomPerson[] = [lead, partner, third].map(({ memberId }) => ({
          memberId,
          role: memberId === third.memberId ? from : "lead",
          isPresent: true,
        }));
        const isAllowed = canChangeRoomRole(lead, { isClosed: false, people }, third.memberId, to);
        const outcome = await setRole(lead, third, to).then(
          () => true,
          ({ code }) => (code === "moveNotAllowed" ? false : code),
        );
        expect([from, to, outcome]).toEqual([from, to, isAllowed]);
      }
    }
  });
});

describe("removing", () => {
  test("who is removed has no access at once, and is told", async () => {
    expect(await getRoom(partner, slug, "fr")).not.toBeNull();
    await remove(lead, partner);
    expect(await getRoom(partner, slug, "fr")).toBeNull();
    expect(await lastEvent()).toMatchObject({ name: "room.person-removed" });
    expect(await toldTo(partner)).toMatchObject([{ kind: "roomRemoved", locale: "zh" }]);
    await expect(remove(lead, partner)).rejects.toMatchObject({ code: "notFound" });
  });

  test("not by a partner, not a lead, not oneself, not from outside; a closed room lets go too", async () => {
    await expect(remove(partner, lead)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(remove(stranger, partner)).rejects.toMatchObject({ code: "notFound" });
    await expect(remove(lead, lead)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await setRole(lead, partner, "lead");
    await expect(remove(lead, partner)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await setRole(partner, partner, "observer");
    await close();
    await remove(lead, partner);
    expect(await rolesNow()).toEqual({ [lead.memberId]: "lead" });
  });

  test("where the only lead is gone, the partner who stands in lets somebody go, but not the lead", async () => {
    const adviser = await member();
    await query((db) =>
      db.insert(roomPeople).values({ roomId, memberId: adviser.memberId, role: "adviser" }),
    );
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, lead.accountId)),
    );
    await expect(remove(partner, lead)).rejects.toMatchObject({ code: "moveNotAllowed" });
    await remove(partner, adviser);
    expect(await rolesNow()).not.toHaveProperty(adviser.memberId);
  });
});

describe("leaving", () => {
  test("a partner leaves; the last lead does not while others are there, and the last person never", async () => {
    await expect(leave(lead)).rejects.toMatchObject({ code: "lastLead" });
    await expect(setRole(lead, lead, "partner")).rejects.toMatchObject({ code: "lastLead" });
    await leave(partner);
    expect(await lastEvent()).toMatchObject({ name: "room.left", data: { role: "partner" } });
    await expect(leave(partner)).rejects.toMatchObject({ code: "notFound" });
    await expect(leave(lead)).rejects.toMatchObject({ code: "roomLastPerson" });
    await close();
    await expect(leave(lead)).rejects.toMatchObject({ code: "roomLastPerson" });
    expect(await rolesNow()).toEqual({ [lead.memberId]: "lead" });
  });

  test("the others are told once each, in their language; not who left, nor who is suspended", async () => {
    const [adviser, away] = await Promise.all([member({ locale: "en" }), member()]);
    await query((db) =>
      db.insert(roomPeople).values([
        { roomId, memberId: adviser.memberId, role: "adviser" as const },
        { roomId, memberId: away.memberId, role: "partner" as const },
      ]),
    );
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, away.accountId)),
    );
    await leave(adviser);
    const told = { kind: "roomPersonLeft", data: { to: `/projects/${slug}/room` } };
    expect(await toldTo(lead)).toMatchObject([{ ...told, locale: "fr" }]);
    expect(await toldTo(partner)).toMatchObject([{ ...told, locale: "zh" }]);
    expect([...(await toldTo(adviser)), ...(await toldTo(away))]).toEqual([]);
  });

  test("after handing over, the lead leaves", async () => {
    await setRole(lead, partner, "lead");
    await leave(lead);
    expect(await rolesNow()).toEqual({ [partner.memberId]: "lead" });
  });

  test("of two leads who leave at once, one stays", async () => {
    await setRole(lead, partner, "lead");
    const third = await member();
    await query((db) =>
      db.insert(roomPeople).values({ roomId, memberId: third.memberId, role: "observer" }),
    );
    const outcomes = await Promise.allSettled([leave(lead), leave(partner)]);
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: "lastLead" } });
    expect(Object.values(await rolesNow()).sort()).toEqual(["lead", "observer"]);
  });

  test("of the last two who leave at once, one stays", async () => {
    await setRole(lead, partner, "lead");
    const outcomes = await Promise.allSettled([leave(lead), leave(partner)]);
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "roomLastPerson" } }]);
    expect(Object.values(await rolesNow())).toEqual(["lead"]);
  });

  test("the database keeps the last lead as well", async () => {
    const isLead = and(eq(roomPeople.roomId, roomId), eq(roomPeople.memberId, lead.memberId));
    for (const values of [{ removedAt: new Date() }, { role: "observer" as const }]) {
      const error = await query((db) => db.update(roomPeople).set(values).where(isLead)).catch(
        (thrown: unknown) => thrown,
      );
      expect(isCheckViolation(error, "room_people_last_lead")).toBe(true);
    }
  });
});

describe("coming back", () => {
  const back = (viewer: Member) => transaction((tx) => returnToRoom(tx, viewer, { slug }));

  beforeEach(async () => {
    await setRole(lead, partner, "lead");
    await leave(lead);
  });

  test("the project's owner is a lead again, also of a closed room, and the people there are told", async () => {
    await close();
    expect(await getRoomDoor(lead, slug)).toBe("return");
    await back(lead);
    expect(await getRoomDoor(lead, slug)).toBe("enter");
    expect(await rolesNow()).toEqual({ [lead.memberId]: "lead", [partner.memberId]: "lead" });
    expect(await lastEvent()).toMatchObject({ name: "room.owner-returned" });
    expect((await toldTo(partner)).map(({ kind }) => kind)).toEqual([
      "roomLead",
      "roomPersonLeft",
      "roomPersonJoined",
    ]);
    expect(await toldTo(lead)).toEqual([]);
    await expect(back(lead)).rejects.toMatchObject({ code: "notFound" });
  });

  test("after the last person has become inactive too, the owner finds the room again", async () => {
    await query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, partner.accountId)),
    );
    await back(lead);
    expect(await getRoom(lead, slug, "fr")).toMatchObject({ id: roomId });
    expect((await toldTo(partner)).map(({ kind }) => kind)).not.toContain("roomPersonJoined");
  });

  test("twice at once is once; nobody else comes in so, the club team neither", async () => {
    for (const viewer of [partner, stranger]) {
      await expect(back(viewer)).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(back({ ...lead, status: "suspended" })).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await getRoomDoor(stranger, slug)).toBeNull();
    const outcomes = await Promise.allSettled([back(lead), back(lead)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
