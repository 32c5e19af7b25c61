import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Others } from "./attendance";
import { closeDoor, sayOutcome, tickParties, untickParty } from "./attendance.mutations";
import {
  DOOR_MOST,
  getDoor,
  getDoorParty,
  getOutcomes,
  getOwnAttendance,
} from "./attendance.queries";

type Person = Viewer & { memberId: string };

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

let keeper: Person;
let [first, second, other]: Person[] = [];
let host: string;

const member = () => transaction((tx) => makeMember(tx)) as Promise<Person>;

beforeAll(async () => {
  [keeper, first, second, other] = [await member(), await member(), await member(), await member()];
  host = (await transaction((tx) => makeOrganisation(tx, {}, [keeper]))).id;
});

afterAll(closeDatabase);

/** An event with two parties that have a place, and one that waits. */
async function make(startsIn: number, endsIn: number) {
  return transaction(async (tx) => {
    const when = { startsAt: inHours(startsIn), endsAt: inHours(endsIn) };
    const event = await makeOpenEvent(tx, when, [host]);
    const eventId = event.id;
    const of = ({ memberId }: Person, values = {}) =>
      makeRegistration(tx, { eventId, memberId, ...values });
    const parties = [await of(first as Person), await of(second as Person)];
    const waiting = await of(other as Person, { state: "waiting" });
    return { event, parties, waiting };
  });
}

const stateOf = async (id: string) => {
  const { state, attendedAt } = eventRegistrations;
  const [row] = await query((db) =>
    db.select({ state, attendedAt }).from(eventRegistrations).where(eq(eventRegistrations.id, id)),
  );
  return row;
};

const tick = (viewer: Viewer, eventId: string, ...registrationIds: string[]) =>
  transaction((tx) => tickParties(tx, viewer, { eventId, registrationIds }));

const close = (viewer: Viewer, eventId: string, others?: Others) =>
  transaction((tx) => closeDoor(tx, viewer, { eventId, others }));

test("two doors tick each their own, and the same twice; who has no place is said", async () => {
  const { event, parties, waiting } = await make(1, 3);
  const ids = parties.map(({ id }) => id);
  const both = await Promise.all([
    tick(keeper, event.id, ...ids),
    tick(keeper, event.id, ids[0] ?? ""),
    tick(keeper, event.id, ids[1] ?? "", waiting.id),
  ]);
  expect(both.reduce((sum, { ticked }) => sum + ticked, 0)).toBe(2);
  expect(both.map(({ gone }) => gone)).toEqual([0, 0, 1]);
  expect((await stateOf(waiting.id))?.attendedAt).toBeNull();
  // Nothing was saved that could be said to be.
  await expect(tick(keeper, event.id)).rejects.toThrow("nobodyTicked");
});

test("nobody else keeps the door, nobody ticks the day before, and a party of another event is none of this one", async () => {
  const { event, parties } = await make(1, 3);
  const later = await make(24, 26);
  const [party] = parties;
  await expect(tick(first as Person, event.id, party?.id ?? "")).rejects.toThrow("notFound");
  await expect(tick(keeper, later.event.id, later.parties[0]?.id ?? "")).rejects.toThrow(
    "doorNotOpen",
  );
  expect(await tick(keeper, event.id, later.parties[0]?.id ?? "")).toMatchObject({
    ticked: 0,
    gone: 1,
  });
  expect(await getDoor(first as Person, event.slug)).toBeNull();
  expect(await getDoorParty(first as Person, event.slug, party?.id ?? "")).toBeNull();
  expect((await getDoorParty(keeper, event.slug, party?.id ?? ""))?.party?.id).toBe(party?.id);
  expect((await getDoorParty(keeper, event.slug, later.parties[0]?.id ?? ""))?.party).toBeNull();
});

test("a tick is taken back until the list is closed", async () => {
  const { event, parties } = await make(-3, -1);
  const [party] = parties;
  if (!party) throw new Error("no party");
  await tick(keeper, event.id, party.id);
  const back = (viewer: Viewer) =>
    transaction((tx) =>
      untickParty(tx, viewer, { registrationId: party.id, version: party.version }),
    );
  await expect(back(first as Person)).rejects.toThrow("notFound");
  await back(keeper);
  expect((await stateOf(party.id))?.attendedAt).toBeNull();
  await tick(keeper, event.id, party.id);
  await close(keeper, event.id, "absent");
  await expect(back(keeper)).rejects.toThrow("moveNotAllowed");
});

test("once it is over who was ticked came and hears one question; nobody hears that they were missed", async () => {
  const running = await make(-1, 1);
  await expect(close(keeper, running.event.id)).rejects.toThrow("eventNotOver");
  const { event, parties, waiting } = await make(-3, -1);
  const [came, missed] = parties;
  await tick(keeper, event.id, came?.id ?? "");
  const [before, beforeMissed] = [await toldTo(first as Person), await toldTo(second as Person)];
  const closed = await Promise.allSettled([
    close(keeper, event.id, "absent"),
    close(keeper, event.id, "absent"),
  ]);
  expect(closed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await stateOf(came?.id ?? ""))?.state).toBe("attended");
  expect((await stateOf(missed?.id ?? ""))?.state).toBe("absent");
  expect((await stateOf(waiting.id))?.state).toBe("waiting");
  const told = (await toldTo(first as Person)).slice(before.length);
  expect(told.map(({ kind }) => kind)).toEqual(["eventAttended"]);
  expect(await toldTo(second as Person)).toHaveLength(beforeMissed.length);
});

test("nobody is absent because a list was not sent: it is said of who was not ticked", async () => {
  const { event, parties } = await make(-3, -1);
  const [came, other] = parties.map(({ id }) => id);
  await tick(keeper, event.id, came ?? "");
  const unsaid = { code: "othersUnsaid", field: "others" };
  await expect(close(keeper, event.id)).rejects.toMatchObject(unsaid);
  expect((await stateOf(other ?? ""))?.state).toBe("confirmed");
  await tick(keeper, event.id, other ?? "");
  expect(await close(keeper, event.id)).toMatchObject({ came: 2 });
});

test("where nobody was ticked the keeper may say that everybody came", async () => {
  const { event, parties } = await make(-3, -1);
  expect(await close(keeper, event.id, "came")).toMatchObject({ came: 2 });
  for (const { id } of parties) expect((await stateOf(id))?.state).toBe("attended");
});

test("who came answers once and again; keepers read it without a name", async () => {
  const { event } = await make(-3, -1);
  await close(keeper, event.id, "came");
  const own = await getOwnAttendance(first as Person, event.slug);
  if (!own) throw new Error("not attended");
  // The experience that it may lead to starts with what there is: of an event without cities, with none.
  const started = getTranslator("fr", "events")("after.writeText", { cities: own.cities.length });
  expect(started).toContain("Le titre et l’année");
  const say = (viewer: Viewer, version: number, words: string) =>
    transaction((tx) =>
      sayOutcome(tx, viewer, { registrationId: own.id, version, outcome: "yes", words }),
    );
  await expect(say(second as Person, own.version, "")).rejects.toThrow("notFound");
  await say(first as Person, own.version, "Un contact à Foshan.");
  await expect(say(first as Person, own.version, "Deux fois.")).rejects.toThrow("conflict");
  await say(first as Person, own.version + 1, "Deux contacts à Foshan.");
  const door = await getDoor(keeper, event.slug);
  if (!door) throw new Error("no door");
  expect(await getOutcomes(keeper, door.event)).toEqual({
    counts: [{ outcome: "yes", count: 1 }],
    written: ["Deux contacts à Foshan."],
  });
  expect(await getOutcomes(first as Person, door.event)).toBeNull();
  expect(await getOwnAttendance(other as Person, event.slug)).toBeNull();
});

test("neither a key nor the order of what was written says whose it is", async () => {
  const { event } = await make(-3, -1);
  await close(keeper, event.id, "came");
  const answers = [
    [first as Person, "A contact in Lyon."],
    [second as Person, "Zero contacts."],
  ] as const;
  for (const [viewer, words] of answers) {
    const own = await getOwnAttendance(viewer, event.slug);
    if (!own) throw new Error("not attended");
    const said = {
      registrationId: own.id,
      version: own.version,
      outcome: "partly",
      words,
    } as const;
    await transaction((tx) => sayOutcome(tx, viewer, said));
  }
  const door = await getDoor(keeper, event.slug);
  const outcomes = door && (await getOutcomes(keeper, door.event));
  expect(outcomes?.written).toEqual(["A contact in Lyon.", "Zero contacts."]);
});

test("who was suspended since they registered has no name at the door", async () => {
  const { event, parties } = await make(1, 3);
  const gone = await member();
  const party = await transaction((tx) =>
    makeRegistration(tx, { eventId: event.id, memberId: gone.memberId }),
  );
  await transaction((tx) =>
    tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.accountId)),
  );
  const door = await getDoor(keeper, event.slug);
  const namesOf = (id?: string) => {
    const found = door?.expected.find((one) => one.id === id);
    return [found?.familyName, found?.givenName, found?.isUnnamed];
  };
  expect(namesOf(party.id)).toEqual(["", "", true]);
  expect(namesOf(parties[0]?.id)).toEqual(["Montclair", "Camille", false]);
});

test("of more parties than a page holds the sums are whole, and each stands on one page", async () => {
  const { event, parties } = await make(1, 3);
  await tick(keeper, event.id, parties[0]?.id ?? "");
  const more = DOOR_MOST + 2;
  await query((db) =>
    db.execute(sql`with guests as (insert into event_guests (event_id, name, email, locale)
        select ${event.id}::uuid, 'Guest', n || '@example.org', 'fr' from generate_series(1, ${more}::int) n returning id)
      insert into event_registrations (event_id, guest_id, state)
      select ${event.id}::uuid, id, 'confirmed' from guests`),
  );
  const door = await getDoor(keeper, event.slug);
  const all = more + 2;
  expect(door?.counts).toEqual({ all, present: 1, expected: all - 1, settled: 0 });
  expect(door?.pageCount).toBe(2);
  const last = await getDoor(keeper, event.slug, { page: 2 });
  const seen = [...(door?.expected ?? []), ...(last?.expected ?? [])].map(({ id }) => id);
  expect(new Set(seen).size).toBe(all - 1);
  expect(door?.present.map(({ id }) => id)).toEqual([parties[0]?.id]);
});

test("of more answers than are shown each is counted", async () => {
  const { event } = await make(-4, -2);
  const many = DOOR_MOST + 3;
  await query((db) =>
    db.execute(sql`with guests as (insert into event_guests (event_id, name, email, locale)
        select ${event.id}::uuid, 'Guest', n || '@example.org', 'fr' from generate_series(1, ${many}::int) n returning id)
      insert into event_registrations (event_id, guest_id, state, attended_at, outcome, outcome_words)
      select ${event.id}::uuid, id, 'attended', now(), 'partly', 'Un contact' from guests`),
  );
  const door = await getDoor(keeper, event.slug);
  const outcomes = door && (await getOutcomes(keeper, door.event));
  expect(outcomes?.counts).toEqual([{ outcome: "partly", count: many }]);
  expect(outcomes?.written).toHaveLength(DOOR_MOST);
});
