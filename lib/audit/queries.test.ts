import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { databaseUrl, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { oneOfEachKind } from "@/db/one-of-each-kind";
import { auditEvents } from "@/db/schema/audit";
import type { Viewer } from "../core/auth/viewer-type";
import { record } from "../core/events/record";
import { pageOf } from "../entries/noun";
import { EVENTS_PER_PAGE, listEventNames, listEvents, MOST_EVENTS } from "./queries";
import { trailFilters } from "./schema";

let administrator: Viewer;
let moderator: Viewer;
let member: Viewer & { memberId: string };
let projectId: string;
let draftId: string;
const erased = randomUUID();

beforeAll(async () => {
  await transaction(async (tx) => {
    administrator = await makeAccount(tx, { role: "administrator" });
    moderator = await makeAccount(tx, { role: "moderator" });
    member = await makeMember(tx, { familyName: "Ouyang", givenName: "Nana", nameZh: "欧阳娜娜" });
    projectId = (await makeProject(tx, member.memberId, { moderation: "submitted" })).id;
    draftId = (await makeProject(tx, member.memberId)).id;
    const subject = { subjectType: "project", subjectId: projectId } as const;
    await record(tx, member, { name: "project.submitted", ...subject });
    await record(tx, moderator, {
      name: "project.changes-requested",
      ...subject,
      data: { reasonCode: "unclear-text" },
    });
    await record(tx, { accountId: erased }, { name: "project.submitted", ...subject });
    await record(tx, member, {
      name: "project.drafted",
      subjectType: "project",
      subjectId: draftId,
    });
    await record(tx, null, {
      name: "account.created",
      subjectType: "account",
      subjectId: member.accountId,
    });
  });
});

const list = (viewer: Viewer, asked: Record<string, string>) =>
  listEvents(viewer, trailFilters.parse(asked), "fr");

test("nobody but an administrator reads the trail", async () => {
  for (const viewer of [moderator, member]) {
    expect(await list(viewer, { subject: projectId })).toEqual({ entries: [], total: 0 });
  }
});

test("who did what to what, newest first", async () => {
  const { entries, total } = await list(administrator, { subject: projectId });
  expect(total).toBe(3);
  expect(entries.map(({ name }) => name)).toEqual([
    "project.submitted",
    "project.changes-requested",
    "project.submitted",
  ]);
  expect(entries[0]?.actor).toEqual({ id: erased, name: "" });
  expect(entries[1]?.data).toEqual({ reasonCode: "unclear-text" });
  expect(entries[2]?.actor?.name).toBe("Nana Ouyang 欧阳娜娜");
  expect(entries[2]?.subject.label).toBe("Acheter ensemble à Ningbo");
});

test("narrowed by act, person, and period", async () => {
  const subject = projectId;
  expect((await list(administrator, { subject, name: "project.changes-requested" })).total).toBe(1);
  expect((await list(administrator, { subject, actor: moderator.accountId })).total).toBe(1);
  expect((await list(administrator, { subject, actor: "%" })).total).toBe(0);
  expect((await list(administrator, { subject, to: "2020-01-01" })).total).toBe(0);
  expect((await list(administrator, { subject, from: "2020-01-01" })).total).toBe(3);
});

test("a day has the hours that it has in Lyon when clocks are put forward or back", async () => {
  const subjectId = randomUUID();
  const at = ["2026-03-28T23:30Z", "2026-03-29T22:30Z", "2026-10-25T22:30Z", "2026-10-25T23:30Z"];
  // Those who serve write of the present moment alone.
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });
  await owner`insert into audit_events (name, subject_type, subject_id, created_at)
    select 'project.submitted', 'project', ${subjectId}, at from unnest(${at}::timestamptz[]) at`;
  await owner.end();
  const on = async (day: string) => {
    const { entries } = await list(administrator, { subject: subjectId, from: day, to: day });
    return entries.map((entry) => entry.at.toISOString().slice(0, 16));
  };
  expect(await on("2026-03-29")).toEqual(["2026-03-28T23:30"]);
  expect(await on("2026-10-25")).toEqual(["2026-10-25T22:30"]);
});

test("found by a part of the title, in any case and accent, but never by a draft’s", async () => {
  const mark = randomUUID().slice(0, 8);
  const title = { fr: `L’Éveil ${mark}`, zh: `丝绸之路${mark}` };
  const [shown, draft] = await transaction(async (tx) => {
    const made = [];
    for (const moderation of ["submitted", "draft"] as const) {
      const { id } = await makeProject(tx, member.memberId, { moderation, title });
      await record(tx, member, { name: "project.drafted", subjectType: "project", subjectId: id });
      made.push(id);
    }
    const { id: subjectId } = await makeOrganisation(tx, { name: title });
    const event = { name: "organisation.founded", subjectType: "organisation" } as const;
    await record(tx, member, { ...event, subjectId });
    return made;
  });
  for (const asked of [`l'eveil ${mark}`, `L’ÉVEIL ${mark}`, `之路${mark}`]) {
    const { entries } = await list(administrator, { title: asked });
    expect(entries.map(({ subject }) => subject.type).sort()).toEqual(["organisation", "project"]);
    expect(entries.map(({ subject }) => subject.id)).toContain(shown);
    expect(entries.map(({ subject }) => subject.id)).not.toContain(draft);
  }
  expect((await list(administrator, { title: `%${mark}` })).total).toBe(0);
  expect((await list(administrator, { title: `éveil ${mark}`, actor: "%" })).total).toBe(0);
});

test("the portal itself has no name, its subject leads to the account", async () => {
  const { entries } = await list(administrator, { subject: member.accountId });
  expect(entries[0]?.actor).toBeNull();
  expect(entries[0]?.subject.accountId).toBe(member.accountId);
});

test("a draft is its owner's alone: the trail does not tell its title", async () => {
  const { entries } = await list(administrator, { subject: draftId });
  expect(entries[0]).toMatchObject({ name: "project.drafted", subject: { label: "" } });
});

test("what stands is called by what it is or stands in, whatever its kind, and leads to a page", async () => {
  const { ids, project, hosted, told, cooperation, item, page, event } =
    await transaction(oneOfEachKind);
  const pageFor = {
    cooperation: pageOf({ entryKind: "cooperation", ...cooperation }),
    heritage: pageOf({ entryKind: "heritage", ...item }),
    page: pageOf({ entryKind: "page", ...page }),
    event: pageOf({ entryKind: "event", ...event }),
    question: pageOf({ entryKind: "project", ...hosted }),
    update: pageOf({ entryKind: "project", ...project }),
    message: pageOf({ entryKind: "project", ...project }),
    opinion: pageOf({ entryKind: "experience", ...told }),
  };
  const kinds = Object.keys(ids) as (keyof typeof ids)[];
  await transaction(async (tx) => {
    for (const kind of kinds) {
      await record(tx, member, { name: "desk.noted", subjectType: kind, subjectId: ids[kind] });
    }
  });
  for (const kind of kinds) {
    const { entries } = await list(administrator, { subject: ids[kind] });
    expect(entries[0]?.subject.label, kind).not.toBe("");
  }
  for (const [kind, to] of Object.entries(pageFor)) {
    const { entries } = await list(administrator, { subject: ids[kind as keyof typeof ids] });
    expect(entries[0]?.subject.to, kind).toBe(to);
  }
});

test("only what has happened is offered to look for, and to nobody but an administrator", async () => {
  const names = await listEventNames(administrator);
  expect(names).toEqual(expect.arrayContaining(["project.submitted", "account.created"]));
  expect(new Set(names).size).toBe(names.length);
  expect(await listEventNames(moderator)).toEqual([]);
});

test("of more than can be turned to, more is said and the last page stays within reach", async () => {
  const subjectId = randomUUID();
  const event = { name: "project.submitted", subjectType: "project", subjectId } as const;
  const many = Array.from({ length: MOST_EVENTS + 20 }, () => event);
  await transaction(async (tx) => void (await tx.insert(auditEvents).values(many)));
  const last = await list(administrator, { subject: subjectId, page: "900" });
  expect([last.entries.length, last.total]).toEqual([EVENTS_PER_PAGE, MOST_EVENTS + 1]);
  const first = await list(administrator, { subject: subjectId });
  expect(first.entries[0]?.id).toBeGreaterThan(last.entries[0]?.id ?? Number.POSITIVE_INFINITY);
});
