import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { accounts } from "@/db/schema/accounts";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { cancelRegistration } from "./registrations.mutations";
import { getRegistrationCard } from "./registrations.queries";
import { markPaid, markSelection, tellSelection } from "./selecting.mutations";

type Person = Viewer & { memberId: string };

let keeper: Person;
let people: Person[];
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    keeper = await makeMember(tx);
    people = [await makeMember(tx), await makeMember(tx), await makeMember(tx)];
    host = (await makeOrganisation(tx, {}, [keeper])).id;
  }),
);

afterAll(closeDatabase);

/** An event with two places for which three have applied, the first with a companion. */
const applied = (more = {}) =>
  transaction(async (tx) => {
    const values = { capacity: 2, needsApproval: true, companionsMost: 1, ...more };
    const { id: eventId, version } = await makeOpenEvent(tx, values, [host]);
    const ids: string[] = [];
    for (const [turn, { memberId }] of people.entries()) {
      const companions = turn === 0 ? ["李娜"] : [];
      const row = { eventId, memberId, companions, state: "pending" as const };
      ids.push((await makeRegistration(tx, row)).id);
    }
    return { eventId, version, ids };
  });

const mark = (viewer: Viewer, eventId: string, registrationIds: string[], more = {}) =>
  transaction((tx) =>
    markSelection(tx, viewer, {
      ...{ eventId, registrationIds, verdict: "selected", reasonCode: null, words: "" },
      ...more,
    }),
  );

const states = async (eventId: string) => {
  const { state, queue } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ state })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(queue)),
  );
  return rows.map((row) => row.state);
};

test("all are told at once, each their own, and nobody twice", async () => {
  const { eventId, version, ids } = await applied();
  const [first = "", second = "", third = ""] = ids;
  await mark(keeper, eventId, [first, second]);
  const words = "À la prochaine.";
  await mark(keeper, eventId, [third], {
    ...{ verdict: "not-selected", reasonCode: "few-places", words },
  });
  expect(await states(eventId)).toEqual(["pending", "pending", "pending"]);
  expect(await toldTo(people[2] as Person)).toEqual([]);
  const tell = (viewer: Viewer) =>
    transaction((tx) => tellSelection(tx, viewer, { id: eventId, version }));
  await expect(tell(people[0] as Person)).rejects.toThrow("notFound");
  await tell(keeper);
  expect(await states(eventId)).toEqual(["confirmed", "waiting", "not-selected"]);
  await expect(tell(keeper)).rejects.toThrow("nobodyToTell");
  const told = await Promise.all(people.map((one) => toldTo(one)));
  expect(told.map((one) => one.map(({ kind, data }) => [kind, data.state, data.words]))).toEqual([
    [["eventSelectionTold", "confirmed", ""]],
    [["eventSelectionTold", "waiting", ""]],
    [["eventSelectionTold", "not-selected", words]],
  ]);
  expect(told[2]?.[0]?.data.reason).toMatch(/places/);
  const once = (await eventsOn(eventId)).filter((name) => name === "event.selection-told");
  expect(once).toHaveLength(1);
});

test("who waits already comes first, an offer that ran out ends, and a larger party hears that others went past it", async () => {
  const { eventId, version, ids } = await applied({ capacity: 3 });
  const [late, waits] = await transaction(async (tx) => {
    const made = [await makeMember(tx), await makeMember(tx)] as const;
    const offeredUntil = new Date("2026-01-01T00:00:00Z");
    const offer = { eventId, memberId: made[0].memberId, state: "offered" as const, offeredUntil };
    await makeRegistration(tx, offer);
    const { memberId } = made[1];
    await makeRegistration(tx, { eventId, memberId, companions: ["李娜"], state: "waiting" });
    return made;
  });
  await mark(keeper, eventId, ids.slice(0, 2));
  await transaction((tx) => tellSelection(tx, keeper, { id: eventId, version }));
  expect(await states(eventId)).toEqual([
    ...["waiting", "confirmed", "pending"],
    ...["offer-expired", "offered"],
  ]);
  const kinds = async (one?: Viewer) => (await toldTo(one as Viewer)).map(({ kind }) => kind);
  expect(await kinds(late)).toEqual(["eventOfferExpired"]);
  expect(await kinds(waits)).toEqual(["eventSeatOffered"]);
  const passed = (await toldTo(people[0] as Person)).filter(
    ({ kind }) => kind === "eventSeatPassed",
  );
  expect(passed).toHaveLength(1);
});

test("whose account was closed meanwhile is told nothing, and the others are told all the same", async () => {
  const { eventId, version, ids } = await applied();
  const gone = await transaction((tx) => makeMember(tx));
  const row = { eventId, memberId: gone.memberId, state: "pending" as const };
  const { id } = await transaction((tx) => makeRegistration(tx, row));
  await mark(keeper, eventId, [...ids, id]);
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, gone.accountId)),
  );
  await transaction((tx) => tellSelection(tx, keeper, { id: eventId, version }));
  expect(await states(eventId)).toEqual(["confirmed", "waiting", "waiting", "cancelled"]);
  expect(await toldTo(gone)).toEqual([]);
});

test("two who tell at once: one does, and the other is told so", async () => {
  const { eventId, version, ids } = await applied();
  await mark(keeper, eventId, ids);
  const tell = () => transaction((tx) => tellSelection(tx, keeper, { id: eventId, version }));
  const done = await Promise.allSettled([tell(), tell()]);
  const codes = done.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(codes).toEqual(["nobodyToTell"]);
  const told = (await eventsOn(eventId)).filter((name) => name === "event.selection-told");
  expect(told).toHaveLength(1);
});

test("nobody is selected for what has begun", async () => {
  const startsAt = new Date("2026-01-02T08:00:00Z");
  const { eventId, version, ids } = await applied({ startsAt });
  await mark(keeper, eventId, ids);
  const tell = transaction((tx) => tellSelection(tx, keeper, { id: eventId, version }));
  await expect(tell).rejects.toThrow("eventHasBegun");
  expect(await states(eventId)).toEqual(["pending", "pending", "pending"]);
});

test("a reason is one of the list, in words where it asks for some, and what is marked can be marked otherwise", async () => {
  const { eventId, ids } = await applied();
  const not = (reasonCode: string | null, words = "") =>
    mark(keeper, eventId, ids, { verdict: "not-selected", reasonCode, words });
  await expect(not(null)).rejects.toMatchObject({ code: "notChosen", field: "reasonCode" });
  await expect(not("rain")).rejects.toMatchObject({ code: "notInList", field: "reasonCode" });
  await expect(not("other")).rejects.toMatchObject({ code: "wordsNeeded", field: "words" });
  await not("other", "Complet.");
  await mark(keeper, eventId, ids);
  const { verdict, reasonCode, reasonWords } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ verdict, reasonCode, reasonWords })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, eventId)),
  );
  expect(rows[0]).toEqual({ verdict: "selected", reasonCode: null, reasonWords: null });
  await expect(mark(keeper, eventId, [])).rejects.toThrow("chooseSome");
  await expect(mark(people[0] as Person, eventId, ids)).rejects.toThrow("notFound");
  const other = await applied();
  await expect(mark(keeper, other.eventId, ids)).rejects.toThrow("chooseSome");
});

test("a payment is ticked by whoever keeps it, and taken back", async () => {
  const { ids } = await applied();
  const [registrationId = ""] = ids;
  const pay = (viewer: Viewer, version: number, isPaid: boolean) =>
    transaction((tx) => markPaid(tx, viewer, { registrationId, version, isPaid }));
  await expect(pay(people[0] as Person, 1, true)).rejects.toThrow("notFound");
  await pay(keeper, 1, true);
  await expect(pay(keeper, 1, false)).rejects.toThrow("conflict");
  const { paidAt, paidBy } = eventRegistrations;
  const read = () =>
    query((db) =>
      db
        .select({ paidAt, paidBy })
        .from(eventRegistrations)
        .where(eq(eventRegistrations.id, registrationId)),
    );
  expect((await read())[0]).toMatchObject({ paidBy: keeper.accountId });
  await pay(keeper, 2, false);
  expect((await read())[0]).toEqual({ paidAt: null, paidBy: null });
  for (const [version, state] of (["confirmed", "attended"] as const).entries()) {
    await query((db) =>
      db.update(eventRegistrations).set({ state }).where(eq(eventRegistrations.id, registrationId)),
    );
    expect(await pay(keeper, version + 3, true)).toMatchObject({ state });
  }
});

test("whoever has paid reads so on the event's page, and once they come no more it is noted as given back", async () => {
  const { eventId, ids } = await applied();
  const [registrationId = ""] = ids;
  const [person] = people as Person[];
  const pay = (version: number, isPaid: boolean) =>
    transaction((tx) => markPaid(tx, keeper, { registrationId, version, isPaid }));
  const own = async () => (await getRegistrationCard(person as Person, eventId))?.own;
  expect(await own()).toMatchObject({ isPaid: false });
  await pay(1, true);
  expect(await own()).toMatchObject({ isPaid: true, version: 2 });
  await transaction((tx) =>
    cancelRegistration(tx, person as Person, { registrationId, version: 2 }),
  );
  expect(await pay(3, false)).toMatchObject({ state: "cancelled" });
  expect(await own()).toMatchObject({ isPaid: false, state: "cancelled" });
});

test.each(["waiting", "declined", "not-selected", "cancelled"] as const)(
  "nobody is ticked as having paid who has no place and waits for no answer: %s",
  async (state) => {
    const { ids } = await applied();
    const [registrationId = ""] = ids;
    const pay = (isPaid: boolean) =>
      transaction(async (tx) => {
        const { id, version } = eventRegistrations;
        const rows = await tx
          .update(eventRegistrations)
          .set({ state })
          .where(eq(id, registrationId))
          .returning({ version });
        return markPaid(tx, keeper, { registrationId, version: rows[0]?.version ?? 0, isPaid });
      });
    await expect(pay(true)).rejects.toThrow("moveNotAllowed");
    expect(await pay(false)).toMatchObject({ state });
  },
);
