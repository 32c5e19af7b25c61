import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeRegistration } from "@/db/registration-factory";
import { eventPeople } from "@/db/schema/events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listAgenda, listMonth, listNextEvents, listUnpublished } from "./agenda.queries";
import { LYON, NO_FILTERS } from "./agenda-filters";
import { instantsOf } from "./event";
import { settleSeats } from "./seats.mutations";
import { holdEvent } from "./seats.queries";

type Person = Viewer & { memberId: string };

let member: Person;
let invited: Person;

beforeAll(() =>
  transaction(async (tx) => {
    member = (await makeMember(tx)) as Person;
    invited = (await makeMember(tx)) as Person;
  }),
);

afterAll(closeDatabase);

/** In a month of its own, so that no other suite stands in it. */
const hold = (starts: string, ends: string, values: Parameters<typeof makeEvent>[2] = {}) =>
  transaction((tx) => {
    const zone = values.zone ?? "lyon";
    const when = { starts, ends, zone, ...instantsOf({ starts, ends, zone }) };
    return makeEvent(tx, [], { moderation: "published", ...when, ...values });
  });

const inMonth = async (viewer: Viewer | null, month: string, more = {}) =>
  (await listMonth(viewer, { ...NO_FILTERS, month, ...more })).lines.map(({ id }) => id);

test("a month holds what is held on one of its days where it takes place, the first first", async () => {
  const late = await hold("2093-03-31 20:00", "2093-04-01 02:00");
  const over = await hold("2093-03-30 20:00", "2093-04-01 00:00");
  // On 31 March in Lyon still.
  const there = await hold("2093-04-01 05:00", "2093-04-01 06:00", { zone: "beijing" });
  const fair = await hold("2093-03-28 09:00", "2093-05-02 18:00");
  expect(await inMonth(null, "2093-03")).toEqual([fair.id, over.id, late.id]);
  expect(await inMonth(null, "2093-04")).toEqual([fair.id, late.id, there.id]);
  expect(await inMonth(null, "2093-05")).toEqual([fair.id]);
  expect(await inMonth(null, "2093-06")).toEqual([]);
});

test("an event for those who are asked to come is in nobody else's agenda", async () => {
  const { id } = await hold("2094-03-10 18:00", "2094-03-10 20:00", { audience: "invited" });
  const draft = await hold("2094-03-11 18:00", "2094-03-11 20:00", { moderation: "draft" });
  await transaction((tx) =>
    tx.insert(eventPeople).values({ eventId: id, role: "invited", memberId: invited.memberId }),
  );
  expect(await inMonth(null, "2094-03")).toEqual([]);
  expect(await inMonth(member, "2094-03")).toEqual([]);
  expect(await inMonth(invited, "2094-03")).toEqual([id]);
  const next = await listNextEvents(invited, 1000);
  expect(next.some((one) => one.id === id)).toBe(true);
  expect(next.some((one) => one.id === draft.id)).toBe(false);
});

test("what is called off is not among the next events, and stays in the agenda", async () => {
  const held = (progress: "open" | "cancelled") =>
    hold("2092-03-10 18:00", "2092-03-10 20:00", { progress });
  const [on, off] = [await held("open"), await held("cancelled")];
  const next = (await listNextEvents(member, 1000)).map(({ id }) => id);
  expect(next).toContain(on.id);
  expect(next).not.toContain(off.id);
  expect((await inMonth(member, "2092-03")).sort()).toEqual([on.id, off.id].sort());
});

test("kind and city narrow it, Lyon is wherever a place of it is named, and past its last page is its last", async () => {
  const city = "zhongshan";
  const trip = await hold("2095-03-10 09:00", "2095-03-12 18:00", {
    ...{ zone: "beijing", place: null, cities: [city], eventKind: "outbound-delegation" },
  });
  const evening = await hold("2095-03-11 18:00", "2095-03-11 20:00", { eventKind: "festive" });
  const month = "2095-03";
  expect(await inMonth(member, month)).toEqual([trip.id, evening.id]);
  expect(await inMonth(member, month, { city })).toEqual([trip.id]);
  expect(await inMonth(member, month, { city: LYON })).toEqual([evening.id]);
  expect(await inMonth(member, month, { kind: "festive" })).toEqual([evening.id]);
  expect(await inMonth(member, month, { kind: "festive", city })).toEqual([]);
  expect((await listMonth(member, { ...NO_FILTERS, month })).cities).toContain(city);
  const pastTheLast = await listAgenda(member, { ...NO_FILTERS, city, page: 7 });
  expect(pastTheLast).toMatchObject({ page: 1, pageCount: 1 });
  expect(pastTheLast.lines.map(({ id }) => id)).toContain(trip.id);
});

test("words are found in what a reader may read of it, and nothing by invitation is", async () => {
  const word = `mot${randomUUID().slice(0, 8)}`;
  const month = "2097-03";
  const held = (values: Parameters<typeof makeEvent>[2]) =>
    hold("2097-03-10 18:00", "2097-03-10 20:00", values);
  const line = ` ${word} `;
  const open = await held({ searchPublic: line, searchMembers: line });
  const theirs = await held({ searchMembers: line, audience: "members" });
  await held({});
  expect(await inMonth(null, month, { q: word })).toEqual([open.id]);
  expect((await inMonth(member, month, { q: word })).sort()).toEqual([open.id, theirs.id].sort());
  expect(await inMonth(member, month, { q: "···" })).toEqual([]);
});

test("what runs is still ahead, what is over is past, the last first", async () => {
  const now = new Date("2096-06-15T12:00:00Z");
  const title = { fr: `Passé ${randomUUID()}` };
  const kind = "company-visit";
  const runs = await hold("2096-06-14 09:00", "2096-06-16 18:00", { title, eventKind: kind });
  const early = await hold("2096-06-01 09:00", "2096-06-01 18:00", { title, eventKind: kind });
  const late = await hold("2096-06-10 09:00", "2096-06-10 18:00", { title, eventKind: kind });
  const ids = async (isPast: boolean) => {
    const page = await listAgenda(member, { ...NO_FILTERS, kind, isPast }, now);
    const own = [runs.id, early.id, late.id];
    return page.lines.map(({ id }) => id).filter((id) => own.includes(id));
  };
  expect(await ids(false)).toEqual([runs.id]);
  expect(await ids(true)).toEqual([late.id, early.id]);
});

test("who keeps an event finds its draft, and nobody else does", async () => {
  const { id } = await transaction((tx) => makeOrganisation(tx, {}, [member]));
  const draft = await transaction((tx) => makeEvent(tx, [id]));
  await transaction((tx) => makeEvent(tx, [id], { moderation: "published" }));
  expect((await listUnpublished(member)).map(({ slug }) => slug)).toEqual([draft.slug]);
  expect(await listUnpublished(invited)).toEqual([]);
});

test("which are full is read: every place taken, of one that still takes people", async () => {
  const ids: string[] = [];
  const made = async (day: string, values: Parameters<typeof hold>[2], state = "confirmed") => {
    const { id } = await hold(`2089-03-${day} 18:00`, `2089-03-${day} 20:00`, {
      ...{ progress: "open", capacity: 2 },
      ...values,
    });
    ids.push(id);
    const { memberId } = invited;
    await transaction((tx) =>
      makeRegistration(tx, {
        ...{ eventId: id, memberId, companions: ["Un"] },
        ...(state === "offered" && { offeredUntil: new Date("2089-01-01T00:00:00Z") }),
        state: state as "confirmed",
      }),
    );
  };
  await made("10", {});
  await made("11", {}, "offered");
  await made("12", {}, "waiting");
  await made("13", {}, "cancelled");
  await made("14", { capacity: 3 });
  await made("15", { capacity: null });
  await made("16", { progress: "closed" });
  await made("17", { progress: "cancelled" });
  const filters = { ...NO_FILTERS, month: "2089-03" };
  const full = async (viewer: Viewer | null) =>
    (await listMonth(viewer, filters)).lines.map(({ isFull }) => isFull);
  expect(await full(member)).toEqual([true, true, false, false, false, false, false, false]);
  // To visitors as it was settled last.
  expect(await full(null)).toEqual(Array(8).fill(false));
  for (const id of ids) {
    await transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, id)));
  }
  // Who waited at the third is offered its places by it.
  expect(await full(member)).toEqual([true, true, true, false, false, false, false, false]);
  expect(await full(null)).toEqual(await full(member));
});
