import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { renderMail } from "@/lib/core/mail/render-mail";
import { lockEntry } from "@/lib/entries/locked.queries";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { tellOfChange } from "./changes.mutations";
import { heldAs } from "./event-changes";
import { EVENT_VERBS } from "./noun.queries";
import { countToldOfEdit } from "./registrations.queries";
import { holdEvent } from "./seats.queries";

type Person = Viewer & { memberId: string };

let keeper: Person;
let coming: Person;
let gone: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx, {}, { role: "administrator" });
    [coming, gone] = [await makeMember(tx), await makeMember(tx)];
    host = (await makeOrganisation(tx)).id;
  }),
);

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const open = () =>
  transaction(async (tx) => {
    const made = await makeOpenEvent(tx, {}, [host]);
    const eventId = made.id;
    await makeRegistration(tx, { eventId, memberId: coming.memberId });
    await makeRegistration(tx, { eventId, memberId: gone.memberId, state: "cancelled" });
    return made;
  });

const register = (one: Parameters<typeof makeRegistration>[1]) =>
  transaction((tx) => makeRegistration(tx, one));

const held = (id: string) => transaction(async (tx) => heldAs(await holdEvent(tx, null, id)));

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

const jobsOf = (id: string) => owner`
  select payload -> 'before' ->> 'place' as place, payload ->> 'after' as after
  from graphile_worker._private_jobs
  where payload ->> 'eventId' = ${id} and payload -> 'before' is not null`;

const edit = async (id: string, content: Record<string, unknown>) => {
  await transaction(async (tx) => {
    const edited = { id, version: 1, content, revisionId: null };
    const { revisionId, version } = await proposeRevision(tx, keeper, EVENT_VERBS, edited);
    await submitRevision(tx, keeper, EVENT_VERBS, { revisionId, version });
  });
};

test("those who are registered hear old and new, once, of what changes where or when it is held", async () => {
  const { id } = await open();
  const before = await held(id);
  await transaction((tx) =>
    tx
      .update(events)
      .set({ startsAt: new Date("2031-10-15T07:00:00Z") })
      .where(eq(events.id, id)),
  );
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  const [told] = (await toldTo(coming)).filter(({ kind }) => kind === "eventChanged");
  expect(told?.data.changes).toContain("08:00");
  expect(told?.data.changes).toContain("09:00");
  expect((await toldTo(gone)).map(({ kind }) => kind)).not.toContain("eventChanged");
  expect(await eventsOn(id)).toEqual(["event.changed"]);
});

test.each([
  ["confirmed", /still registered/u, /someone else can have your place/u],
  ["waiting", /keep your turn on the waiting list/u, /cancel your registration\./u],
  ["pending", /still have your request/u, /cancel your registration\./u],
  ["offered", /still yours to take/u, /give up the place\./u],
] as const)("who is %s hears of the change as somebody who is", async (state, stands, gives) => {
  const offeredUntil = state === "offered" ? new Date(Date.now() + 3_600_000) : null;
  const { id } = await open();
  const person = await transaction((tx) => makeMember(tx));
  await register({ eventId: id, memberId: person.memberId, state, offeredUntil });
  const before = { ...(await held(id)), place: "lyon-2" };
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  const [told] = await mailsTo(person);
  const { text } = renderMail("eventChanged", "en", told?.data ?? {});
  expect(text).toMatch(stands);
  expect(text).toMatch(gives);
});

test("an edit that goes online leaves it to the worker, and only where it matters", async () => {
  const { id } = await open();
  await edit(id, { summary: { fr: "Autre texte, même heure." } });
  expect(await jobsOf(id)).toHaveLength(0);
  const other = await open();
  await edit(other.id, { place: "lyon-2" });
  expect(await jobsOf(other.id)).toMatchObject([{ place: "lyon-3", after: "0" }]);
});

test("nobody is told of one that was called off or taken down since", async () => {
  const { id } = await open();
  const before = await held(id);
  const tell = () => transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  const hide = (hiddenAt: Date | null) =>
    query((db) => db.update(entries).set({ hiddenAt }).where(eq(entries.id, id)));
  await hide(new Date());
  await expect(tell()).rejects.toThrow("notFound");
  await hide(null);
  await transaction((tx) =>
    tx.update(events).set({ progress: "cancelled" }).where(eq(events.id, id)),
  );
  await expect(tell()).rejects.toThrow("notFound");
});

test("what changes of one that has begun is told, and of one that is over is not", async () => {
  const { id } = await open();
  const before = { ...(await held(id)), place: "lyon-2" };
  const ends = (hours: number) => ({
    startsAt: sql`now() - interval '2 days'`,
    endsAt: sql`now() + make_interval(hours => ${hours})`,
  });
  const tell = (was: Partial<typeof before>) =>
    transaction((tx) => tellOfChange(tx, { eventId: id, before: { ...before, ...was }, after: 0 }));
  await query((db) => db.update(events).set(ends(5)).where(eq(events.id, id)));
  await tell({});
  expect(await eventsOn(id)).toEqual(["event.changed"]);
  await query((db) => db.update(events).set(ends(-5)).where(eq(events.id, id)));
  await expect(tell({ endsAt: "2026-01-02T08:00:00.000Z" })).rejects.toThrow("notFound");
});

test("an event on another day is reminded of once more", async () => {
  const { id } = await open();
  const { eventId, remindedDays } = eventRegistrations;
  const reminded = () =>
    query((db) =>
      db.select({ days: remindedDays }).from(eventRegistrations).where(eq(eventId, id)),
    );
  await query((db) =>
    db.update(eventRegistrations).set({ remindedDays: 1 }).where(eq(eventId, id)),
  );
  const now = await held(id);
  const tell = (startsAt: string) =>
    transaction((tx) => tellOfChange(tx, { eventId: id, before: { ...now, startsAt }, after: 0 }));
  await tell("2031-10-15T05:00:00.000Z");
  expect((await reminded()).map(({ days }) => days)).toEqual([1, 1]);
  await tell("2031-10-08T06:00:00.000Z");
  expect((await reminded()).map(({ days }) => days)).toEqual([null, null]);
});

test("the end of registration follows the clocks of another place", async () => {
  const { id } = await open();
  const closes = { closes: "2031-10-10 18:00", closesAt: new Date("2031-10-10T16:00:00Z") };
  await query((db) => db.update(events).set(closes).where(eq(events.id, id)));
  await edit(id, { zone: "beijing" });
  const [row] = await query((db) =>
    db.select({ at: events.closesAt }).from(events).where(eq(events.id, id)),
  );
  expect(row?.at?.toISOString()).toBe("2031-10-10T10:00:00.000Z");
});

/** An event in thirty hours with somebody who is offered a place for 28 more. */
const offering = () =>
  transaction(async (tx) => {
    const startsAt = new Date(Date.now() + 30 * 3_600_000);
    const made = await makeOpenEvent(tx, { startsAt, endsAt: new Date("2031-10-15T08:00:00Z") });
    const person = await makeMember(tx);
    const offeredUntil = new Date(Date.now() + 28 * 3_600_000);
    await makeRegistration(tx, {
      ...{ eventId: made.id, memberId: person.memberId, offeredUntil },
      state: "offered",
    });
    return { ...made, person };
  });

const hoursLeft = async (id: string) => {
  const { eventId, offeredUntil } = eventRegistrations;
  const [row] = await query((db) =>
    db.select({ until: offeredUntil }).from(eventRegistrations).where(eq(eventId, id)),
  );
  return ((row?.until?.getTime() ?? 0) - Date.now()) / 3_600_000;
};

test("an offer lasts no longer than one that is made for the new hour, and who has less time hears until when and why", async () => {
  const { id, person } = await offering();
  const before = { ...(await held(id)), startsAt: "2031-10-15T06:00:00.000Z" };
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  expect(await hoursLeft(id)).toBeGreaterThan(3.9);
  expect(await hoursLeft(id)).toBeLessThanOrEqual(4);
  const told = await toldTo(person);
  expect(told.map(({ kind }) => kind).sort()).toEqual(["eventChanged", "eventSeatOffered"]);
  const offer = told.find(({ kind }) => kind === "eventSeatOffered");
  expect(offer?.data.cause).toBe("moved");
  const { text } = renderMail("eventSeatOffered", "en", offer?.data ?? {});
  expect(text).toMatch(/has moved to another time.*Your offer now ends on/su);
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  expect((await eventsOn(id)).filter((one) => one === "event.offer-shortened")).toHaveLength(1);
});

test("an offer for the same hour lasts as long as was told, wherever the event is held now", async () => {
  const { id, person } = await offering();
  const before = { ...(await held(id)), place: "lyon-2" };
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  expect(await hoursLeft(id)).toBeGreaterThan(27.9);
  expect((await toldTo(person)).map(({ kind }) => kind)).toEqual(["eventChanged"]);
});

const PAST = {
  ...{ starts: "2026-01-15 07:00", ends: "2026-01-15 09:00" },
  startsAt: new Date("2026-01-15T06:00:00Z"),
  endsAt: new Date("2026-01-15T08:00:00Z"),
};
const LATER = { starts: "2031-01-15 07:00", ends: "2031-01-15 09:00" };

test.each([
  ["settled", { state: "attended" as const, attendedAt: new Date("2026-01-15T06:10:00Z") }],
  ["who was missed settled", { state: "absent" as const }],
  ["somebody there", { attendedAt: new Date("2026-01-15T06:10:00Z") }],
])("with attendance noted (%s) it is not held on another day to come", async (_case, row) => {
  const { id } = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, PAST, [host]);
    await makeRegistration(tx, { eventId: made.id, memberId: coming.memberId, ...row });
    return made;
  });
  await expect(edit(id, LATER)).rejects.toMatchObject({ code: "attendanceTaken", field: "starts" });
  await edit(id, { ends: "2026-01-15 10:00" });
});

test("with nobody there yet, or within the hours in which its door is open, it is moved", async () => {
  const { id } = await transaction((tx) => makeOpenEvent(tx, PAST, [host]));
  await edit(id, LATER);
});

test("somebody who is there as the edit is read by the club team keeps it from going online", async () => {
  const { id } = await transaction((tx) => makeOpenEvent(tx, PAST, [host]));
  const before = await transaction((tx) => lockEntry(tx, "event", id));
  const now = { ...before, startsAt: new Date("2031-01-15T06:00:00Z") };
  const attendedAt = new Date("2026-01-15T06:10:00Z");
  await register({ eventId: id, memberId: coming.memberId, attendedAt });
  const edited = transaction(async (tx) => EVENT_VERBS.afterEdit?.(tx, before, now));
  await expect(edited).rejects.toThrow("attendanceTaken");
});

test("only who has a place gets it for their calendar with what changed", async () => {
  const { id } = await open();
  const waiting = await transaction((tx) => makeMember(tx));
  await register({ eventId: id, memberId: waiting.memberId, state: "waiting" });
  const before = { ...(await held(id)), place: "lyon-7" };
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  const letter = async (person: Viewer) => (await mailsTo(person)).at(-1);
  expect((await letter(coming))?.data.calendar).toContain("BEGIN:VCALENDAR");
  expect(await letter(waiting)).toMatchObject({ kind: "eventChanged" });
  expect((await letter(waiting))?.data.calendar).toBeUndefined();
});

test("before an edit is online, its keeper and the club team read how many will hear of it", async () => {
  const { id } = await open();
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    await makeRegistration(tx, { eventId: id, memberId, state: "waiting" });
  });
  const at = { starts: "2031-10-15 08:00", ends: "2031-10-15 10:00", zone: "lyon" as const };
  const now = { ...at, format: "in-person", place: "lyon-3", cities: [], venue: {} };
  const count = (before: Partial<typeof now>, viewer: Viewer = keeper) =>
    countToldOfEdit(viewer, id, [{ ...now, ...before }, now]);
  expect(await count({ starts: "2031-10-15 07:00" })).toBe(2);
  expect(await count({ place: "lyon-7" })).toBe(2);
  expect(await count({ starts: "2020-10-15 08:00", ends: "2020-10-15 10:00" })).toBe(2);
  expect(await count({})).toBe(0);
  expect(await count({ place: "lyon-7" }, coming)).toBe(0);
  const moderator = await transaction((tx) => makeMember(tx, {}, { role: "moderator" }));
  expect(await count({ place: "lyon-7" }, moderator)).toBe(2);
  const past = { ...now, starts: "2020-10-15 08:00", ends: "2020-10-15 10:00" };
  expect(await countToldOfEdit(keeper, id, [{ ...past, place: "lyon-7" }, past])).toBe(0);
});

test("nobody is told of a change that was taken back before the worker came to it", async () => {
  const { id } = await open();
  const told = (await mailsTo(coming)).length;
  const before = await held(id);
  await transaction((tx) => tellOfChange(tx, { eventId: id, before, after: 0 }));
  expect(await mailsTo(coming)).toHaveLength(told);
});
