import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { changeRegistration } from "./party.mutations";
import { getRegistrationCard, listComing, listRegistrations } from "./registrations.queries";

type Person = Viewer & { memberId: string };

let first: Person;
let second: Person;
let third: Person;
let keeper: Person;

beforeAll(() =>
  transaction(async (tx) => {
    first = await makeMember(tx);
    second = await makeMember(tx);
    third = await makeMember(tx);
    keeper = await makeMember(tx, {}, { role: "administrator" });
  }),
);

afterAll(closeDatabase);

const ALONE = { companions: [], note: "", isShown: false, takesPhotos: false };

const open = (values = {}) =>
  transaction((tx) => makeOpenEvent(tx, { companionsMost: 3, ...values }));

const enter = (eventId: string, { memberId }: Person, values = {}) =>
  transaction((tx) => makeRegistration(tx, { eventId, memberId, ...values }));

const rowOf = async (eventId: string, { memberId }: Person) => {
  const { id, version, state, seats, companions, note } = eventRegistrations;
  const { isShown, takesPhotos, verdict, paidAt } = eventRegistrations;
  const isTheirs = eq(eventRegistrations.memberId, memberId);
  const [row] = await query((db) =>
    db
      .select({
        ...{ registrationId: id, version, state, seats, companions, note },
        ...{ isShown, takesPhotos, verdict, paidAt },
      })
      .from(eventRegistrations)
      .where(and(eq(eventRegistrations.eventId, eventId), isTheirs)),
  );
  if (!row) throw new Error("not registered");
  return row;
};

const change = async (eventId: string, person: Person, values = {}, by = person) => {
  const { registrationId, version } = await rowOf(eventId, person);
  const input = { registrationId, version, ...ALONE, ...values };
  return transaction((tx) => changeRegistration(tx, by, input));
};

const isFull = async (id: string) => {
  const rows = await query((db) =>
    db.select({ isFull: events.isFull }).from(events).where(eq(events.id, id)),
  );
  return rows[0]?.isFull;
};

test("whoever came by the one button says the rest later, and keeps their place", async () => {
  const { id } = await open({ capacity: 2 });
  await enter(id, first);
  const before = await rowOf(id, first);
  const given = { companions: ["李娜"], note: "Sans gluten", isShown: true, takesPhotos: true };
  await change(id, first, given);
  const version = before.version + 1;
  const after = { ...given, registrationId: before.registrationId, state: "confirmed", seats: 2 };
  expect(await rowOf(id, first)).toMatchObject({ ...after, version });
  expect((await getRegistrationCard(first, id))?.own).toMatchObject(given);
  const asked = { eventId: id, state: "confirmed", page: 1 } as const;
  const { rows } = await listRegistrations(keeper, asked);
  expect(rows).toMatchObject([{ companions: ["李娜"], note: "Sans gluten", takesPhotos: true }]);
  expect(await listComing(second, id)).toHaveLength(1);
  expect(await eventsOn(id)).toEqual(["event.registration-changed"]);
  expect(await toldTo(first)).toEqual([]);
});

test("more of them take places that are free, and are told how many where they are too few", async () => {
  const { id } = await open({ capacity: 3 });
  await enter(id, first);
  await enter(id, second);
  const both = change(id, first, { companions: ["a", "b"] });
  await expect(both).rejects.toMatchObject({
    ...{ code: "placesTooFew", field: "companions", values: { free: 1 } },
  });
  await change(id, first, { companions: ["a"] });
  expect(await isFull(id)).toBe(true);
  const more = change(id, first, { companions: ["a", "b", "c", "d"] });
  await expect(more).rejects.toMatchObject({ code: "tooManyCompanions", values: { most: 3 } });
  const nameless = change(id, first, { companions: ["+1"] });
  await expect(nameless).rejects.toMatchObject({ code: "companionNameless", field: "companions" });
});

test("of two who add somebody at once, one gets the last place", async () => {
  const { id } = await open({ capacity: 3 });
  for (const one of [first, second]) await enter(id, one);
  const added = await Promise.allSettled(
    [first, second].map((one) => change(id, one, { companions: ["a"] })),
  );
  expect(added.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const taken = (await rowOf(id, first)).seats + (await rowOf(id, second)).seats;
  expect(taken).toBe(3);
});

test("places of those who come no more are offered to who waits, and nobody adds anyone meanwhile", async () => {
  const { id } = await open({ capacity: 3, isFull: true });
  await enter(id, first, { companions: ["a", "b"] });
  await enter(id, second, { state: "waiting", companions: ["c"] });
  await change(id, first, { companions: ["a"] });
  expect(await rowOf(id, second)).toMatchObject({ state: "waiting" });
  const again = change(id, first, { companions: ["a", "b"] });
  await expect(again).rejects.toMatchObject({ code: "placesWaitedFor", field: "companions" });
  await change(id, first);
  expect(await rowOf(id, second)).toMatchObject({ state: "offered", seats: 2 });
  expect((await toldTo(second)).map(({ kind }) => kind)).toContain("eventSeatOffered");
  await expect(change(id, second)).rejects.toThrow("moveNotAllowed");
});

test("a party that waits keeps its turn, grows no more, and may become one that fits", async () => {
  const { id } = await open({ capacity: 2 });
  await enter(id, first);
  await enter(id, third, { state: "waiting", companions: ["a"] });
  const more = change(id, third, { companions: ["a", "b"] });
  await expect(more).rejects.toMatchObject({ code: "partyTooLarge" });
  await query((db) => db.update(events).set({ capacity: 4 }).where(eq(events.id, id)));
  const three = change(id, third, { companions: ["a", "b"] });
  await expect(three).rejects.toMatchObject({ code: "waitingCannotGrow", field: "companions" });
  await query((db) => db.update(events).set({ capacity: 2 }).where(eq(events.id, id)));
  await change(id, third);
  expect(await rowOf(id, third)).toMatchObject({ state: "offered", seats: 1 });
});

test("where more come than whoever keeps it looked at, they look again", async () => {
  const { id } = await open({ capacity: 9, needsApproval: true });
  await enter(id, first, { state: "pending", verdict: "selected" });
  await enter(id, second, { paidAt: new Date(), companions: ["a"] });
  await change(id, first, { note: "Merci" });
  expect(await rowOf(id, first)).toMatchObject({ verdict: "selected" });
  await change(id, first, { companions: ["a"] });
  expect(await rowOf(id, first)).toMatchObject({ verdict: null, state: "pending", seats: 2 });
  const more = change(id, second, { companions: ["a", "b"] });
  await expect(more).rejects.toMatchObject({ code: "selectedCannotGrow", field: "companions" });
  await query((db) => db.update(events).set({ needsApproval: false }).where(eq(events.id, id)));
  await change(id, second, { companions: ["b"] });
  expect((await rowOf(id, second)).paidAt).not.toBeNull();
  await change(id, second, { companions: ["b", "c"] });
  expect((await rowOf(id, second)).paidAt).toBeNull();
});

test("one changes one's own alone, until it begins, and as it is now", async () => {
  const { id } = await open();
  await enter(id, first);
  await expect(change(id, first, {}, second)).rejects.toThrow("notFound");
  await expect(change(id, first, {}, keeper)).rejects.toThrow("notFound");
  const { registrationId } = await rowOf(id, first);
  const old = { registrationId, version: 7, ...ALONE };
  await expect(transaction((tx) => changeRegistration(tx, first, old))).rejects.toThrow("conflict");
  const begun = { startsAt: sql`now() - interval '1 minute'` };
  await query((db) => db.update(events).set(begun).where(eq(events.id, id)));
  await expect(change(id, first)).rejects.toThrow("eventHasBegun");
});

test("once registration is closed what they say may change, and how many they are only downwards", async () => {
  const { id } = await open({ progress: "closed" });
  await enter(id, first, { companions: ["a"] });
  await change(id, first, { companions: ["b"], note: "végétarien" });
  expect(await rowOf(id, first)).toMatchObject({ companions: ["b"], note: "végétarien" });
  const more = change(id, first, { companions: ["a", "b"] });
  await expect(more).rejects.toMatchObject({ code: "eventIsClosed", field: "companions" });
  await change(id, first);
  expect(await rowOf(id, first)).toMatchObject({ seats: 1, companions: [] });
});

test("whoever comes with fewer than they paid for has still paid", async () => {
  const { id } = await open();
  await enter(id, first, { companions: ["李娜"], paidAt: new Date() });
  await change(id, first);
  expect(await rowOf(id, first)).toMatchObject({ seats: 1, paidAt: expect.any(Date) });
});
