import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mail";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  cancelRegistration,
  leaveSeat,
  registerForEvent,
  takeSeat,
} from "./registrations.mutations";
import { settleSeats } from "./seats.mutations";
import { holdEvent } from "./seats.queries";

type Person = Viewer & { memberId: string };

let people: Person[];
let keeper: Person;

beforeAll(() =>
  transaction(async (tx) => {
    people = [];
    for (let made = 0; made < 5; made += 1) people.push(await makeMember(tx));
    keeper = await makeMember(tx, {}, { role: "administrator" });
  }),
);

afterAll(closeDatabase);

const ALONE = { companions: [], note: "", isShown: false, takesPhotos: false };

const open = (values = {}) => transaction((tx) => makeOpenEvent(tx, values));

const register = (viewer: Viewer | undefined, eventId: string, more = {}) =>
  transaction((tx) => registerForEvent(tx, viewer as Viewer, { ...ALONE, eventId, ...more }));

const own = async (viewer: Viewer | undefined, eventId: string) => {
  const { id, version, state, offeredUntil, memberId } = eventRegistrations;
  const [row] = await query((db) =>
    db
      .select({ registrationId: id, version, state, offeredUntil })
      .from(eventRegistrations)
      .where(and(eq(eventRegistrations.eventId, eventId), eq(memberId, viewer?.memberId ?? "")))
      .orderBy(sql`queue desc`),
  );
  if (!row) throw new Error("not registered");
  return row;
};

const states = async (eventId: string) => {
  const { state } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(eventRegistrations.queue)),
  );
  return rows.map((row) => row.state);
};

const act =
  (verb: typeof cancelRegistration | typeof takeSeat | typeof leaveSeat) =>
  async (viewer: Viewer | undefined, eventId: string, of = viewer) => {
    const { registrationId, version } = await own(of, eventId);
    return transaction((tx) => verb(tx, viewer as Viewer, { registrationId, version }));
  };
const [cancel, take, leave] = [act(cancelRegistration), act(takeSeat), act(leaveSeat)];

const settleEvent = (id: string) =>
  transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, id)));

/** The offer of a member has run out. */
const runOut = (registrationId: string) =>
  query((db) =>
    db
      .update(eventRegistrations)
      .set({ offeredUntil: new Date("2026-01-01T00:00:00Z") })
      .where(eq(eventRegistrations.id, registrationId)),
  );

test("places are given while there are any, turns after that, and each hears once", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second] = people;
  expect(await register(first, id)).toMatchObject({ state: "confirmed" });
  expect(await register(second, id)).toMatchObject({ state: "waiting" });
  await expect(register(first, id)).rejects.toThrow("alreadyRegistered");
  expect(await states(id)).toEqual(["confirmed", "waiting"]);
  expect(await eventsOn(id)).toEqual(["event.registered", "event.registered"]);
});

test("whoever has a place has it in their calendar, who waits has not", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second] = [
    await transaction((tx) => makeMember(tx)),
    await transaction((tx) => makeMember(tx)),
  ];
  for (const one of [first, second]) await register(one, id);
  const carried = async ({ accountId }: { accountId: string }) => {
    const rows = await query((db) =>
      db.select({ data: mails.data }).from(mails).where(eq(mails.accountId, accountId)),
    );
    return rows.at(-1)?.data.calendar ?? "";
  };
  expect(await carried(first)).toContain(`UID:${id}`);
  expect(await carried(first)).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  expect(await carried(second)).toBe("");
});

test("where whoever keeps it selects, nobody has a place yet", async () => {
  const { id } = await open({ capacity: 1, needsApproval: true });
  expect(await register(people[0], id)).toMatchObject({ state: "pending" });
});

test("a party says who it is, and fits", async () => {
  const { id } = await open({ capacity: 3, companionsMost: 3 });
  await expect(register(people[0], id, { companions: ["李娜", "+1"] })).rejects.toMatchObject({
    code: "companionNameless",
    field: "companions",
    values: { line: 2 },
  });
  const four = register(people[0], id, { companions: ["a", "b", "c"] });
  await expect(four).rejects.toMatchObject({ code: "partyTooLarge", values: { most: 3 } });
  const five = register(people[0], id, { companions: ["a", "b", "c", "d"] });
  await expect(five).rejects.toMatchObject({ code: "tooManyCompanions", values: { most: 3 } });
  expect(await register(people[0], id, { companions: ["a", "b"] })).toMatchObject({
    state: "confirmed",
  });
});

test("nobody registers out of sight, nor an account without a profile", async () => {
  const { id } = await open({ audience: "invited" });
  await expect(register(people[0], id)).rejects.toThrow("notFound");
  const shown = await open();
  const club = { ...(keeper as Viewer), memberId: null };
  await expect(register(club, shown.id)).rejects.toThrow("registrationMembersOnly");
});

test("a place that comes free is offered to the first, who takes it or leaves it to the next", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second, third] = people;
  for (const one of [first, second, third]) await register(one, id);
  await cancel(first, id);
  expect(await states(id)).toEqual(["cancelled", "offered", "waiting"]);
  await expect(take(third, id)).rejects.toThrow("moveNotAllowed");
  await expect(take(third, id, second)).rejects.toThrow("notFound");
  await leave(second, id);
  expect(await states(id)).toEqual(["cancelled", "declined", "offered"]);
  expect(await take(third, id)).toMatchObject({ isLate: false });
  expect(await states(id)).toEqual(["cancelled", "declined", "confirmed"]);
  // To the end of the line.
  expect(await register(first, id)).toMatchObject({ state: "waiting" });
  expect((await toldTo(third as Person)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["eventRegistered", "eventSeatOffered"]),
  );
});

test("an offer taken after its end is the next one's", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second, third] = people;
  for (const one of [first, second, third]) await register(one, id);
  await cancel(first, id);
  await runOut((await own(second, id)).registrationId);
  expect(await take(second, id)).toMatchObject({ isLate: true });
  expect(await states(id)).toEqual(["cancelled", "offer-expired", "offered"]);
});

test("two workers end an offer once, and tell once", async () => {
  const { id } = await open({ capacity: 1 });
  const [first, second, third] = people;
  for (const one of [first, second, third]) await register(one, id);
  await cancel(first, id);
  await settleEvent(id);
  expect(await states(id)).toEqual(["cancelled", "offered", "waiting"]);
  await runOut((await own(second, id)).registrationId);
  await Promise.all([settleEvent(id), settleEvent(id), settleEvent(id)]);
  expect(await states(id)).toEqual(["cancelled", "offer-expired", "offered"]);
  const happened = await eventsOn(id);
  expect(happened.filter((name) => name === "event.offer-expired")).toHaveLength(1);
  expect(happened.filter((name) => name === "event.seat-offered")).toHaveLength(2);
});

test("a party of two keeps its turn, is passed by and told so once", async () => {
  const { id } = await open({ capacity: 3, companionsMost: 1 });
  const [first, second, third, fourth, fifth] = people;
  await register(first, id, { companions: ["a"] });
  await register(second, id);
  await register(third, id, { companions: ["b"] });
  await register(fourth, id);
  await register(fifth, id);
  await cancel(second, id);
  expect(await states(id)).toEqual(["confirmed", "cancelled", "waiting", "offered", "waiting"]);
  await leave(fourth, id);
  expect(await states(id)).toEqual(["confirmed", "cancelled", "waiting", "declined", "offered"]);
  const passed = (await eventsOn(id)).filter((name) => name === "event.seat-passed");
  expect(passed).toHaveLength(1);
  // Two places at once: the party, which came before the one who comes back.
  await cancel(first, id);
  expect(await states(id)).toEqual(["cancelled", "cancelled", "offered", "declined", "offered"]);
});

test("a newcomer who fits takes what the party before them cannot use", async () => {
  const { id } = await open({ capacity: 3, companionsMost: 2 });
  const [first, second, third] = people;
  await register(first, id, { companions: ["a"] });
  await register(second, id, { companions: ["b", "c"] });
  expect(await register(third, id)).toMatchObject({ state: "confirmed" });
  expect((await eventsOn(id)).filter((name) => name === "event.seat-passed")).toHaveLength(1);
});

test("one gives up until it begins, and whoever keeps it strikes somebody off until it is over", async () => {
  const began = { starts: null, ends: null, startsAt: new Date("2026-01-01T00:00:00Z") };
  const { id } = await open({ ...began, endsAt: new Date("2031-01-01T00:00:00Z") });
  const [first, second] = people as [Person, Person];
  await transaction((tx) => makeRegistration(tx, { eventId: id, memberId: first.memberId }));
  await expect(cancel(first, id)).rejects.toThrow("eventHasBegun");
  await expect(cancel(second, id, first)).rejects.toThrow("notFound");
  expect(await cancel(keeper, id, first)).toMatchObject({ isOwn: false });
  expect((await mailsTo(first)).at(-1)?.data).toMatchObject({
    state: "cancelled",
    calendar: expect.stringContaining("STATUS:CANCELLED"),
  });
  expect(await states(id)).toEqual(["cancelled"]);
  const { id: over } = await open({ ...began, endsAt: new Date("2026-01-02T00:00:00Z") });
  await transaction((tx) => makeRegistration(tx, { eventId: over, memberId: first.memberId }));
  await expect(cancel(keeper, over, first)).rejects.toThrow("eventHasBegun");
});

test("whoever gives up a place has it crossed out of their calendar, and stands there again once they register again", async () => {
  const { id } = await open({ capacity: 1, updatedAt: new Date("2026-01-01T00:00:00Z") });
  const [giver, waiter] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  await register(giver, id);
  await register(waiter, id);
  await cancel(waiter, id);
  await cancel(giver, id);
  await register(giver, id);
  const said = (await mailsTo(giver)).map(({ kind, data }) => {
    const { state, calendar } = data as { state: string; calendar: string };
    const written = (name: string) => new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar)?.[1];
    // Of the same sequence calendars take what was written last.
    expect(written("DTSTAMP")?.localeCompare("20260101T000000Z")).toBe(1);
    return [kind, state, written("UID"), written("STATUS")];
  });
  expect(said).toEqual([
    ["eventRegistered", "confirmed", id, "CONFIRMED"],
    ["eventRegistered", "left", id, "CANCELLED"],
    ["eventRegistered", "confirmed", id, "CONFIRMED"],
  ]);
  // Who only waited has it in no calendar, and reads on the page that they gave up.
  expect((await mailsTo(waiter)).map(({ data }) => data)).toMatchObject([{ state: "waiting" }]);
});

test("who comes reads what it costs, and who gave up or comes for nothing reads nothing of it", async () => {
  const payer = await transaction((tx) => makeMember(tx));
  const costs = async () =>
    (await mailsTo(payer)).map(({ data }) => (data as { cost?: string }).cost);
  const { id } = await open({ price: 1500 });
  await register(payer, id);
  await cancel(payer, id);
  await register(payer, (await open()).id);
  expect(await costs()).toEqual([expect.stringMatching(/1.?500/), "none", "none"]);
});

test("a form that is older than what is there is told so", async () => {
  const { id } = await open();
  await register(people[0], id);
  const { registrationId } = await own(people[0], id);
  const late = { registrationId, version: 7 };
  const gaveUp = transaction((tx) => cancelRegistration(tx, people[0] as Viewer, late));
  await expect(gaveUp).rejects.toThrow("conflict");
});

test("an event that was moved forward and has begun gives no place that was offered", async () => {
  const { id } = await open({ capacity: 1 });
  for (const one of people.slice(0, 2)) await register(one, id);
  await cancel(people[0], id);
  const begun = { startsAt: sql`now() - interval '1 minute'` };
  await query((db) => db.update(events).set(begun).where(eq(events.id, id)));
  await expect(take(people[1], id)).rejects.toThrow("eventHasBegun");
});

test("an offer that ran out keeps nobody out who comes before it is settled", async () => {
  const party = { companions: [], note: "", isShown: false, takesPhotos: false };
  const state = await transaction(async (tx) => {
    const [late, now] = [await makeMember(tx), await makeMember(tx)];
    const { id: eventId } = await makeOpenEvent(tx, { capacity: 1 });
    const offered = { state: "offered", offeredUntil: new Date(Date.now() - 1000) } as const;
    await makeRegistration(tx, { eventId, memberId: late.memberId, ...offered });
    return (await registerForEvent(tx, now, { eventId, ...party })).state;
  });
  expect(state).toBe("confirmed");
});
