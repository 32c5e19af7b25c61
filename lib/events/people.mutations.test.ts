import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { eventPeople } from "@/db/schema/events";
import { notices } from "@/db/schema/notices";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { submitEvent } from "./mutations";
import { namePerson, removePerson, tellPeople } from "./people.mutations";
import { listPeople } from "./people.queries";
import { getEvent } from "./queries";

type Person = Viewer & { memberId: string };

let keeper: Person;
let member: Person;
let other: Person;
let chief: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    [keeper, member, other] = [
      (await makeMember(tx)) as Person,
      (await makeMember(tx)) as Person,
      (await makeMember(tx)) as Person,
    ];
    chief = (await makeMember(tx, {}, { role: "administrator" })) as Person;
    host = (await makeOrganisation(tx, {}, [keeper])).id;
  }),
);

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const make = (values = {}) =>
  transaction((tx) => makeEvent(tx, [host], { moderation: "published", ...values }));

type Asked = Partial<Parameters<typeof namePerson>[2]>;

const name = (viewer: Viewer, eventId: string, asked: Asked = {}) =>
  transaction((tx) =>
    namePerson(tx, viewer, {
      eventId,
      ...{ role: "speaker", person: member.memberSlug ?? "", isOutside: false },
      ...asked,
    }),
  );

const toldOf = (subjectId: string) =>
  query((db) =>
    db
      .select({ kind: notices.kind, accountId: notices.accountId })
      .from(notices)
      .where(and(eq(notices.subjectId, subjectId), eq(notices.kind, "eventPersonNamed")))
      .orderBy(notices.createdAt),
  );

test("who keeps it names a speaker, who is told, and one from outside by name", async () => {
  const { id } = await make();
  await name(keeper, id);
  await name(keeper, id, { person: "Wu Jie, Guangzhou", isOutside: true });
  const speakers = await listPeople(other, id, ["speaker"]);
  expect(speakers.map(({ name: called, person }) => [called, person?.slug])).toEqual([
    [null, member.memberSlug],
    ["Wu Jie, Guangzhou", undefined],
  ]);
  expect(await toldOf(id)).toEqual([{ kind: "eventPersonNamed", accountId: member.accountId }]);
  expect(await eventsOn(id)).toEqual(["event.person-named", "event.person-named"]);
});

test("nobody but who keeps it names people, and nobody twice in one role", async () => {
  const { id } = await make();
  await expect(name(other, id)).rejects.toThrow("notFound");
  await expect(name(keeper, id, { person: "Nobody At All" })).rejects.toThrow("memberUnknown");
  await name(keeper, id);
  await expect(name(keeper, id)).rejects.toMatchObject({ code: "namedAlready", field: "person" });
  const both = await Promise.allSettled([1, 2].map(() => name(keeper, id, { role: "invited" })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("three hundred of one role are named, and whoever names one more reads how many there may be", async () => {
  const { id } = await make();
  const speakers = Array.from({ length: 299 }, (_, position) => ({
    ...{ eventId: id, role: "speaker" as const, name: `Speaker ${position}`, position },
  }));
  await transaction((tx) => tx.insert(eventPeople).values(speakers));
  await name(keeper, id);
  const oneMore = { person: "Wu Jie, Guangzhou", isOutside: true };
  await expect(name(keeper, id, oneMore)).rejects.toMatchObject({
    ...{ code: "tooMany", field: "person", values: { most: 300 } },
  });
  await name(keeper, id, { role: "manager", person: other.memberSlug ?? "" });
});

test("nobody is asked to come to what is over or called off; who spoke is still named", async () => {
  const over = await make({
    startsAt: new Date(Date.now() - 7_200_000),
    endsAt: new Date(Date.now() - 3_600_000),
  });
  await expect(name(keeper, over.id, { role: "invited" })).rejects.toThrow("eventIsOver");
  const off = await make({ progress: "cancelled" });
  await expect(name(keeper, off.id, { role: "invited" })).rejects.toThrow("eventIsCancelled");
  for (const { id } of [over, off]) expect(await toldOf(id)).toEqual([]);
  await name(keeper, over.id);
});

test("only members are asked to come, and to what is online alone", async () => {
  const draft = await make({ moderation: "draft", audience: "invited" });
  await expect(name(keeper, draft.id, { role: "invited" })).rejects.toThrow("moveNotAllowed");
  await name(keeper, draft.id);
  // The draft is nothing they could read.
  expect(await toldOf(draft.id)).toEqual([]);
  const event = await make({ audience: "invited" });
  const outside = { role: "invited", person: "Wu Jie, Guangzhou", isOutside: true } as const;
  await expect(name(keeper, event.id, outside)).rejects.toThrow("memberUnknown");
  expect(await getEvent(member, event.slug)).toBeNull();
  await name(keeper, event.id, { role: "invited" });
  expect(await getEvent(member, event.slug)).not.toBeNull();
});

/** The jobs that tell whoever was named before an event was online. */
const tellingJobs = (id: string) => owner`
  select job.id from graphile_worker._private_jobs job
  join graphile_worker._private_tasks task on task.id = job.task_id
  where task.identifier = 'tell-event-people' and payload ->> 'eventId' = ${id}`;

const putOnline = async (id: string) => {
  const [row] = await query((db) =>
    db.select({ version: entries.version }).from(entries).where(eq(entries.id, id)),
  );
  await transaction((tx) => submitEvent(tx, chief, { id, version: row?.version ?? 0 }));
};

test("who was named in a draft is told once it is online, and once", async () => {
  const { id } = await make({ moderation: "draft" });
  await name(keeper, id);
  await name(keeper, id, { role: "manager", person: other.memberSlug ?? "" });
  await name(keeper, id, { person: "Wu Jie, Guangzhou", isOutside: true });
  const toManager = { kind: "eventPersonNamed", accountId: other.accountId };
  expect(await toldOf(id)).toEqual([toManager]);
  const tell = () => transaction((tx) => tellPeople(tx, id));
  await expect(tell()).rejects.toThrow("notFound");
  expect(await tellingJobs(id)).toHaveLength(0);
  await putOnline(id);
  expect(await tellingJobs(id)).toHaveLength(1);
  await Promise.all([tell(), tell()]);
  const toSpeaker = { kind: "eventPersonNamed", accountId: member.accountId };
  expect(await toldOf(id)).toEqual([toManager, toSpeaker]);
  expect((await eventsOn(id)).filter((one) => one === "event.people-told")).toHaveLength(1);
});

test("nobody is told that they speak at what is over or called off", async () => {
  const over = { startsAt: new Date("2026-01-15T06:00Z"), endsAt: new Date("2026-01-15T08:00Z") };
  for (const values of [over, { progress: "cancelled" }]) {
    const { id } = await make(values);
    await query((db) =>
      db.insert(eventPeople).values({ eventId: id, role: "speaker", memberId: member.memberId }),
    );
    await expect(transaction((tx) => tellPeople(tx, id))).rejects.toThrow("notFound");
  }
});

test("who is taken out again reads and keeps nothing more, once", async () => {
  const { id, slug } = await make({ moderation: "draft" });
  await name(keeper, id, { role: "manager" });
  expect((await getEvent(member, slug))?.isOwn).toBe(true);
  const [row] = await query((db) =>
    db.select({ id: eventPeople.id }).from(eventPeople).where(eq(eventPeople.eventId, id)),
  );
  const take = (viewer: Viewer) =>
    transaction((tx) => removePerson(tx, viewer, { eventId: id, id: row?.id ?? "" }));
  await expect(take(other)).rejects.toThrow("notFound");
  await take(keeper);
  expect(await getEvent(member, slug)).toBeNull();
  await expect(take(keeper)).rejects.toThrow("notFound");
  expect(await eventsOn(id)).toEqual(["event.person-named", "event.person-removed"]);
});

test("who keeps one event takes nobody off another", async () => {
  const [own, another] = [await make(), await transaction((tx) => makeEvent(tx))];
  await name(chief, another.id);
  const isThere = eq(eventPeople.eventId, another.id);
  const [row] = await query((db) =>
    db.select({ id: eventPeople.id }).from(eventPeople).where(isThere),
  );
  const input = { eventId: own.id, id: row?.id ?? "" };
  const attempt = transaction((tx) => removePerson(tx, keeper, input));
  await expect(attempt).rejects.toThrow("notFound");
  expect(await query((db) => db.$count(eventPeople, isThere))).toBe(1);
});
