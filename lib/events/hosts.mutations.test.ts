import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { makeRegistration } from "@/db/registration-factory";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { eventHosts, events } from "@/db/schema/events";
import { notices } from "@/db/schema/notices";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { listUnseenNotices } from "@/lib/notifications/list.queries";
import { EVENTS } from "./event";
import { answerAsHost, askHosts } from "./hosts.mutations";
import type { HostAnswer } from "./hosts.policy";
import { getAskedEvent, listAnswered, listHosts } from "./hosts.queries";
import { setHosts, startEvent, submitEvent } from "./mutations";
import { getEvent } from "./queries";
import { getKeptEvent, listRegistrations } from "./registrations.queries";

type Person = Viewer & { memberId: string };

let writer: Person;
let [one, two]: Person[] = [];
let other: Person;
let chief: Person;
let own: string;
let host: string;

const asPerson = (made: object) => made as Person;

beforeEach(() =>
  transaction(async (tx) => {
    [writer, one, two, other] = [
      asPerson(await makeMember(tx)),
      asPerson(await makeMember(tx)),
      asPerson(await makeMember(tx)),
      asPerson(await makeMember(tx)),
    ];
    chief = asPerson(await makeMember(tx, {}, { role: "administrator" }));
    own = (await makeOrganisation(tx, {}, [writer])).id;
    host = (await makeOrganisation(tx, {}, [one as Person])).id;
    const manages = { memberId: two?.memberId ?? "", organisationId: host } as const;
    await tx.insert(affiliations).values({ ...manages, role: "manager", isMain: true });
  }),
);

afterAll(closeDatabase);

type Made = Awaited<ReturnType<typeof make>>;

const make = (values: Parameters<typeof makeEvent>[2] = {}) =>
  transaction((tx) => makeEvent(tx, [own], values));

/** What is asked for by an administrator, of what was handed in. */
async function ask(values: Parameters<typeof makeEvent>[2] = { moderation: "published" }) {
  const made = await make(values);
  const { id, version } = made;
  await transaction((tx) => setHosts(tx, chief, { id, version, hosts: [own, host] }));
  return made;
}

/** As the queue lists it: of what is the club's, by whom. */
const handedIn = () => ({
  ...({ moderation: "submitted", submittedAt: new Date() } as const),
  handedInBy: chief.memberId,
});

const answer = (viewer: Viewer | undefined, { id }: Made, said: HostAnswer) =>
  transaction((tx) =>
    answerAsHost(tx, viewer as Viewer, { eventId: id, organisationId: host, answer: said }),
  );

const toldOf = async (subjectId: string, kind: "eventHostAsked" | "eventHostAnswered") => {
  const rows = await query((db) =>
    db
      .select({ accountId: notices.accountId, answer: notices.data })
      .from(notices)
      .where(and(eq(notices.subjectId, subjectId), eq(notices.kind, kind))),
  );
  return rows.map((row) => row.accountId).sort();
};

const accountsOf = (...people: (Person | undefined)[]) =>
  people.flatMap((person) => person?.accountId ?? []).sort();

const namedTo = async (viewer: Viewer | null, slug: string) =>
  (await getEvent(viewer, slug))?.hosts.map(({ organisationId, isAgreed }) => [
    organisationId,
    isAgreed,
  ]);

/** Whether whoever keeps an event reads that the other organisation was invited. */
const isAsked = async (viewer: Viewer, slug: string) =>
  (await getEvent(viewer, slug))?.hosts.find(({ organisationId }) => organisationId === host)
    ?.isAsked;

const byName = (rows: unknown[][] | undefined) => rows?.map(String).sort();

test("one's own organisation has agreed by it, any other is asked once it is handed in", async () => {
  const content = { originalLocale: "fr", title: { fr: "Petit-déjeuner" } } as const;
  const draft = await transaction((tx) => startEvent(tx, writer, { content, hosts: [own, host] }));
  expect(byName(await namedTo(writer, draft.slug))).toEqual(
    byName([
      [own, true],
      [host, false],
    ]),
  );
  expect(await isAsked(writer, draft.slug)).toBe(false);
  // It has no day yet, and is nobody else's.
  expect(await toldOf(draft.id, "eventHostAsked")).toEqual([]);
  expect(await getAskedEvent(one as Person, draft.slug)).toBeNull();

  const { id, slug, version } = await make();
  await query((db) => db.insert(eventHosts).values({ eventId: id, organisationId: host }));
  await transaction((tx) => submitEvent(tx, writer, { id, version }));
  expect(await toldOf(id, "eventHostAsked")).toEqual(accountsOf(one, two));
  expect((await eventsOn(id)).filter((past) => past === "event.host-asked")).toHaveLength(1);
  expect((await getAskedEvent(one as Person, slug))?.id).toBe(id);
  await transaction((tx) => setHosts(tx, chief, { id, version: version + 1, hosts: [own, host] }));
  expect(await toldOf(id, "eventHostAsked")).toHaveLength(2);
});

test("nobody is asked to hold what is over, called off or taken down", async () => {
  const past = { startsAt: new Date("2026-01-15T06:00Z"), endsAt: new Date("2026-01-15T08:00Z") };
  for (const values of [past, { progress: "cancelled" }, { hiddenAt: new Date() }] as const) {
    const { id, slug } = await ask({ moderation: "published", ...values });
    expect(await toldOf(id, "eventHostAsked")).toEqual([]);
    expect(await namedTo(chief, slug)).toContainEqual([host, false]);
    expect(await isAsked(chief, slug)).toBe(false);
  }
});

test("until its yes an organisation is named to keepers alone, and keeps nothing", async () => {
  const { id, slug } = await ask();
  await transaction((tx) => makeRegistration(tx, { eventId: id, memberId: other.memberId }));
  for (const viewer of [null, other, one as Person]) {
    expect(await namedTo(viewer, slug)).toEqual([[own, true]]);
  }
  for (const viewer of [writer, chief]) {
    expect(await namedTo(viewer, slug)).toContainEqual([host, false]);
    expect(await isAsked(viewer, slug)).toBe(true);
  }
  expect((await listHosts(chief, id)).map((row) => row.isAgreed).sort()).toEqual([false, true]);
  expect((await listHosts(chief, id)).filter((row) => row.isAsked)).toHaveLength(1);
  const asked = one as Person;
  expect((await getEvent(asked, slug))?.isOwn).toBe(false);
  expect(await getKeptEvent(asked, slug)).toBeNull();
  expect(await getOwnEntry(asked, EVENTS, slug, "fr")).toBeNull();
  const list = { eventId: id, state: "confirmed", page: 1 } as const;
  expect((await listRegistrations(asked, list)).rows).toEqual([]);
  await answer(asked, { id, slug, version: 1 }, "agreed");
  expect(byName(await namedTo(null, slug))).toEqual(
    byName([
      [own, true],
      [host, true],
    ]),
  );
  expect((await getEvent(two as Person, slug))?.isOwn).toBe(true);
  expect((await listRegistrations(asked, list)).rows).toHaveLength(1);
});

test("of what they could not read, those asked may know what they are asked, and no more", async () => {
  const made = await ask(handedIn());
  const asked = one as Person;
  expect(await getEvent(asked, made.slug)).toBeNull();
  const preview = await getAskedEvent(asked, made.slug);
  expect(Object.keys(preview ?? {})).toEqual(expect.arrayContaining(["title", "summary", "place"]));
  for (const kept of ["programme", "venue", "onlineUrl", "capacity", "hosts"]) {
    expect(preview).not.toHaveProperty(kept);
  }
  for (const viewer of [null, other, { ...asked, status: "lapsed" } as const]) {
    expect(await getAskedEvent(viewer, made.slug)).toBeNull();
    expect(await listAnswered(viewer, made.id)).toEqual([]);
  }
  const isTold = async () =>
    (await listUnseenNotices(asked)).some(({ kind }) => kind === "eventHostAsked");
  expect(await isTold()).toBe(true);
  await query((db) =>
    db.update(entries).set({ moderation: "withdrawn" }).where(eq(entries.id, made.id)),
  );
  expect(await getAskedEvent(asked, made.slug)).toBeNull();
  expect(await isTold()).toBe(false);
});

test("they know it as managers alone, and until they have answered", async () => {
  const made = await ask(handedIn());
  const colleague = { memberId: other.memberId, organisationId: host, role: "person" } as const;
  await query((db) => db.insert(affiliations).values(colleague));
  expect(await getAskedEvent(other, made.slug)).toBeNull();
  expect(await getAskedEvent(one as Person, made.slug)).not.toBeNull();
  await answer(one, made, "agreed");
  expect(await getAskedEvent(one as Person, made.slug)).toBeNull();
});

test("a yes is told to whoever asked, once; of two at once the first counts", async () => {
  const made = await ask();
  const both = await Promise.allSettled([answer(one, made, "agreed"), answer(two, made, "agreed")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "hostAnswered" },
  });
  expect(await toldOf(made.id, "eventHostAnswered")).toEqual([chief.accountId]);
  await expect(answer(one, made, "agreed")).rejects.toThrow("hostAnswered");
  // The form that another manager still has in front of them asks whether, not whether no longer.
  await expect(answer(two, made, "declined")).rejects.toThrow("hostAnswered");
  expect(byName(await namedTo(null, made.slug))).toHaveLength(2);
});

test("a yes and a no at once: one of the two", async () => {
  const made = await ask();
  const both = await Promise.allSettled([
    answer(one, made, "agreed"),
    answer(two, made, "declined"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await toldOf(made.id, "eventHostAnswered")).toHaveLength(1);
});

test("a no takes it off and is told once, a second one is too late", async () => {
  const made = await ask();
  await answer(one, made, "declined");
  expect(await toldOf(made.id, "eventHostAnswered")).toEqual([chief.accountId]);
  await expect(answer(one, made, "declined")).rejects.toThrow("hostAnswered");
  await expect(answer(two, made, "agreed")).rejects.toThrow("hostAnswered");
  expect(await namedTo(chief, made.slug)).toEqual([[own, true]]);
  expect(await getAskedEvent(one as Person, made.slug)).toBeNull();
});

test("a yes is taken back later: name and rights go, and whoever asked is told", async () => {
  const made = await ask();
  await answer(one, made, "agreed");
  await answer(two, made, "left");
  expect(await namedTo(null, made.slug)).toEqual([[own, true]]);
  expect((await getEvent(one as Person, made.slug))?.isOwn).toBe(false);
  expect(await toldOf(made.id, "eventHostAnswered")).toEqual(accountsOf(chief, chief));
  await expect(answer(two, made, "left")).rejects.toThrow("hostAnswered");
  // Where nobody had it asked, those who keep the event now hear of it.
  const theirs = await transaction((tx) => makeEvent(tx, [own, host], { moderation: "published" }));
  await answer(one, theirs, "left");
  expect(await toldOf(theirs.id, "eventHostAnswered")).toEqual(accountsOf(writer));
  // Where nobody keeps it now, its administrators do.
  const alone = await transaction((tx) => makeEvent(tx, [host], { moderation: "published" }));
  await answer(one, alone, "left");
  const heard = await toldOf(alone.id, "eventHostAnswered");
  expect(heard).toContain(chief.accountId);
  expect(heard).not.toContain(one?.accountId);
});

test("only its active managers answer, and not about an event that nobody asks them of", async () => {
  const made = await ask();
  await expect(answer(other, made, "agreed")).rejects.toThrow("hostNotManaged");
  await expect(answer(chief, made, "agreed")).rejects.toThrow("hostNotManaged");
  const elsewhere = await make({ moderation: "draft" });
  await expect(answer(one, elsewhere, "agreed")).rejects.toThrow("hostAnswered");
  const nowhere = { ...elsewhere, id: crypto.randomUUID() };
  await expect(answer(one, nowhere, "agreed")).rejects.toThrow("hostAnswered");
  const { memberId } = one as Person;
  await query((db) => db.delete(affiliations).where(eq(affiliations.memberId, memberId)));
  await expect(answer(one, made, "agreed")).rejects.toThrow("hostNotManaged");
  expect(await getAskedEvent(one as Person, made.slug)).toBeNull();
});

test("a yes comes too late once it is over or called off, a no does not", async () => {
  const made = await ask();
  const set = (values: Partial<typeof events.$inferInsert>) =>
    query((db) => db.update(events).set(values).where(eq(events.id, made.id)));
  await set({ startsAt: new Date("2026-01-15T06:00Z"), endsAt: new Date("2026-01-15T08:00Z") });
  await expect(answer(one, made, "agreed")).rejects.toThrow("eventIsOver");
  await set({ progress: "cancelled" });
  await expect(answer(one, made, "agreed")).rejects.toThrow("eventIsCancelled");
  await answer(one, made, "declined");
});

test("nobody but who keeps it has organisations asked, and a stranger learns of none whether it is", async () => {
  const [unasked, asked] = [await make({ moderation: "published" }), await ask()];
  const asks = transaction((tx) => askHosts(tx, other, unasked.id));
  await expect(asks).rejects.toThrow("notFound");
  for (const event of [unasked, asked]) {
    await expect(answer(other, event, "agreed")).rejects.toThrow("hostNotManaged");
  }
});
