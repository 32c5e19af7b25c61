import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeProject, makeRoom } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { projects } from "@/db/schema/projects";
import { roomMilestones, roomPeople, rooms } from "@/db/schema/rooms";
import { changeMilestone, planMilestone, removeMilestone } from "./milestones.mutations";
import { listMilestones } from "./milestones.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const OPENED = new Date("2028-01-10T12:00:00Z");

let lead: Member;
let partner: Member;
let adviser: Member;
let stranger: Member;
let roomId: string;
let projectId: string;

const member = () => transaction((tx) => makeMember(tx));

beforeEach(async () => {
  [lead, partner, adviser, stranger] = await Promise.all([member(), member(), member(), member()]);
  await transaction(async (tx) => {
    const project = await makeProject(tx, lead.memberId, { startsOn: "2027-01-15" });
    projectId = project.id;
    roomId = (await makeRoom(tx, project.id, [lead.memberId, partner.memberId])).id;
    await tx.update(rooms).set({ createdAt: OPENED }).where(eq(rooms.id, roomId));
    await tx
      .insert(roomPeople)
      .values({ roomId, memberId: adviser.memberId, role: "adviser" as const });
  });
});

const plan = (
  who: Member,
  { startsOn = null as string | null, dueOn = "2027-03-31", title = "Échantillons" } = {},
) => transaction((tx) => planMilestone(tx, who, { roomId, title, startsOn, dueOn, locale: "zh" }));

type Change = Partial<Omit<Parameters<typeof changeMilestone>[2], "milestoneId">>;

async function change(who: Member, values: Change = {}) {
  const milestone = await only();
  const { id: milestoneId, version, title, startsOn, dueOn, progress } = milestone;
  const kept = { milestoneId, version, title, startsOn, dueOn, progress, done: false };
  return transaction((tx) => changeMilestone(tx, who, { ...kept, ...values, locale: "zh" }));
}

async function only() {
  const [milestone] = await listMilestones(lead, roomId);
  if (!milestone) throw new Error("nothing is planned");
  return milestone;
}

describe("planning", () => {
  test("a lead and a partner plan; the next due day comes first; the room reads it", async () => {
    await plan(lead, { dueOn: "2027-06-30", title: "Série" });
    await plan(partner, { startsOn: "2027-01-15", dueOn: "2027-01-15" });
    const titles = (await listMilestones(adviser, roomId)).map(({ title }) => title);
    expect(titles).toEqual(["Échantillons", "Série"]);
    expect(await listMilestones(stranger, roomId)).toEqual([]);
    expect(await eventsOn(roomId)).toEqual(["room.milestone-planned", "room.milestone-planned"]);
  });

  test.each([
    ["due before its start", { startsOn: "2027-04-01" }, "dueBeforeStart", "dueOn"],
    ["a start before the project's", { startsOn: "2027-01-14" }, "beforeProjectStart", "startsOn"],
    ["due before the project's start", { dueOn: "2026-12-31" }, "beforeProjectStart", "dueOn"],
  ])("%s is refused on its field", async (_what, days, code, field) => {
    await expect(plan(lead, days)).rejects.toMatchObject({ code, field });
    expect(await listMilestones(lead, roomId)).toEqual([]);
  });

  test("the first day of the project is told in the language of the form", async () => {
    await expect(plan(lead, { dueOn: "2026-12-31" })).rejects.toMatchObject({
      values: { day: "2027年1月15日" },
    });
  });

  test("what a project needs before it starts is planned from the day on which its room opened", async () => {
    const createdAt = new Date("2026-12-01T12:00:00Z");
    await query((db) => db.update(rooms).set({ createdAt }).where(eq(rooms.id, roomId)));
    await plan(lead, { dueOn: "2026-12-01" });
    await expect(plan(lead, { dueOn: "2026-11-30" })).rejects.toMatchObject({
      code: "beforeProjectStart",
      values: { day: "2026年12月1日" },
    });
  });

  test("an adviser, an outsider and anybody in a closed room are refused", async () => {
    await expect(plan(adviser)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(plan(stranger)).rejects.toMatchObject({ code: "notFound" });
    await query((db) => db.update(rooms).set({ closedAt: new Date() }).where(eq(rooms.id, roomId)));
    await expect(plan(lead)).rejects.toMatchObject({ code: "roomClosed" });
  });
});

describe("changing", () => {
  test("progress, then done, which is complete, then not done after all", async () => {
    await plan(lead);
    await change(partner, { progress: 40 });
    expect(await only()).toMatchObject({ progress: 40, doneAt: null });
    await change(partner, { progress: 40, done: true });
    expect(await only()).toMatchObject({ progress: 100, doneAt: expect.any(Date) });
    expect(await listMilestones(lead, roomId, { isOpen: true })).toEqual([]);
    await change(lead, { progress: 90 });
    expect(await only()).toMatchObject({ progress: 90, doneAt: null, version: 4 });
  });

  test("what was planned before the project began later goes on, and only other days are checked", async () => {
    await plan(lead, { startsOn: "2027-02-01" });
    const later = { startsOn: "2027-06-01" };
    await query((db) => db.update(projects).set(later).where(eq(projects.id, projectId)));
    await change(partner, { progress: 60 });
    await change(partner, { done: true });
    expect(await only()).toMatchObject({ progress: 100, doneAt: expect.any(Date) });
    await expect(change(lead, { dueOn: "2027-04-01" })).rejects.toMatchObject({
      code: "beforeProjectStart",
    });
  });

  test("a stale version is a conflict, also when both save at once", async () => {
    await plan(lead);
    const outcomes = await Promise.allSettled([
      change(lead, { version: 1, title: "Un" }),
      change(partner, { version: 1, title: "Deux" }),
    ]);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "conflict" } }]);
    await expect(change(lead, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
  });

  test("days are checked again, and only planners change or remove", async () => {
    await plan(lead);
    await expect(change(lead, { dueOn: "2026-01-01" })).rejects.toMatchObject({
      code: "beforeProjectStart",
    });
    await expect(change(adviser)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await expect(change(stranger)).rejects.toMatchObject({ code: "notFound" });
    const { id: milestoneId, version } = await only();
    const remove = (who: Member) =>
      transaction((tx) => removeMilestone(tx, who, { milestoneId, version }));
    await expect(remove(adviser)).rejects.toMatchObject({ code: "roleReadsOnly" });
    await remove(partner);
    await expect(remove(partner)).rejects.toMatchObject({ code: "notFound" });
  });
});

test.each([
  ["progress above 100", { progress: 101 }, "room_milestones_progress_check"],
  ["due before start", { startsOn: "2027-05-01" }, "room_milestones_days_check"],
])("the database refuses %s as well", async (_what, values, constraint) => {
  await plan(lead);
  const error = await query((db) =>
    db.update(roomMilestones).set(values).where(eq(roomMilestones.roomId, roomId)),
  ).catch((thrown: unknown) => thrown);
  expect(isCheckViolation(error, constraint)).toBe(true);
});
