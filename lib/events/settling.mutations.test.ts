import { asc, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn, mailsTo, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { closeEntry } from "@/lib/entries/verbs.mutations";
import { EVENT_VERBS } from "./noun.queries";
import { getEvent } from "./queries";
import { MOST_AT_ONCE } from "./registration-terms";
import { registerForEvent } from "./registrations.mutations";
import { settleSeats } from "./seats.mutations";
import { holdEvent } from "./seats.queries";
import { mendReason, moveEvent, settleRegistration } from "./settling.mutations";

type Person = Viewer & { memberId: string };

let keeper: Person;
let other: Person;
let host: string;

beforeAll(() =>
  transaction(async (tx) => {
    [keeper, other] = [await makeMember(tx), await makeMember(tx)];
    host = (await makeOrganisation(tx, {}, [keeper])).id;
  }),
);

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const SETTINGS = {
  capacity: 2,
  price: null,
  needsApproval: false,
  companionsMost: 1,
  closes: null,
  onlineUrl: null,
  keepsSeated: false,
};

const read = async (id: string) => {
  const { progress, capacity, closesAt } = events;
  const [row] = await query((db) =>
    db
      .select({ version: entries.version, progress, capacity, closesAt })
      .from(events)
      .innerJoin(entries, eq(entries.id, events.id))
      .where(eq(events.id, id)),
  );
  if (!row) throw new Error("no such event");
  return row;
};

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

type To = Parameters<typeof moveEvent>[2]["to"];

const move = async (to: To, viewer: Viewer, id: string, words = "") => {
  const { version } = await read(id);
  return transaction((tx) => moveEvent(tx, viewer, { id, version, to, words }));
};

const settleEvent = (id: string) =>
  transaction(async (tx) => settleSeats(tx, await holdEvent(tx, null, id)));

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), { max: 1 });

const jobsOf = async (eventId: string) => {
  const rows = await owner<{ payload: object }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'eventId' = ${eventId}`;
  return rows.map(({ payload }) => payload);
};

const settle = async (viewer: Viewer, id: string, values = {}) => {
  const { version } = await read(id);
  return transaction((tx) =>
    settleRegistration(tx, viewer, { id, version, ...SETTINGS, ...values }),
  );
};

test("its keepers open it, close it, open it again and call it off, once", async () => {
  const { id } = await transaction((tx) => makeEvent(tx, [host], { moderation: "published" }));
  await expect(move("open", other, id)).rejects.toThrow("notFound");
  await move("open", keeper, id);
  await expect(move("open", keeper, id)).rejects.toThrow("moveNotAllowed");
  await move("closed", keeper, id);
  await move("open", keeper, id);
  await move("cancelled", keeper, id);
  await expect(move("open", keeper, id)).rejects.toThrow("moveNotAllowed");
  expect((await read(id)).progress).toBe("cancelled");
  expect(await eventsOn(id)).toEqual([
    "event.registration-opened",
    "event.registration-closed",
    "event.registration-opened",
    "event.called-off",
  ]);
});

test("the loser of a race is told, and a draft takes nobody", async () => {
  const { id, version } = await transaction((tx) => makeOpenEvent(tx, {}, [host]));
  const close = () =>
    transaction((tx) => moveEvent(tx, keeper, { id, version, to: "closed", words: "" }));
  const done = await Promise.allSettled([close(), close()]);
  const [reason] = done.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(reason).toBe("conflict");
  const draft = await transaction((tx) => makeEvent(tx, [host]));
  await expect(move("open", keeper, draft.id)).rejects.toThrow("notFound");
});

test("fewer places than are taken is a choice, and nobody loses theirs", async () => {
  const { id } = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, { capacity: 3 }, [host]);
    const { memberId } = other;
    await makeRegistration(tx, { eventId: made.id, memberId, companions: ["a", "b"] });
    return made;
  });
  await expect(settle(keeper, id)).rejects.toMatchObject({
    code: "capacityBelowSeated",
    field: "capacity",
    values: { taken: 3 },
  });
  expect((await read(id)).capacity).toBe(3);
  await settle(keeper, id, { keepsSeated: true });
  expect((await read(id)).capacity).toBe(2);
  expect(await states(id)).toEqual(["confirmed"]);
  await expect(settle(other, id)).rejects.toThrow("notFound");
});

test("more places are offered to those who wait", async () => {
  const { id } = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, { capacity: 1 }, [host]);
    const eventId = made.id;
    await makeRegistration(tx, { eventId, memberId: keeper.memberId });
    await makeRegistration(tx, { eventId, memberId: other.memberId, state: "waiting" });
    return made;
  });
  await settle(keeper, id);
  expect(await states(id)).toEqual(["confirmed", "offered"]);
});

test("it closes by the clocks of its place, and before it starts", async () => {
  const { id } = await transaction((tx) => makeOpenEvent(tx, { zone: "beijing" }, [host]));
  await settle(keeper, id, { closes: "2031-10-14 18:00" });
  expect((await read(id)).closesAt?.toISOString()).toBe("2031-10-14T10:00:00.000Z");
  const late = settle(keeper, id, { closes: "2031-10-15 18:00" });
  await expect(late).rejects.toMatchObject({ code: "closesAfterStart", field: "closes" });
  const paris = await transaction((tx) => makeOpenEvent(tx, {}, [host]));
  const skipped = settle(keeper, paris.id, { closes: "2031-03-30 02:30" });
  await expect(skipped).rejects.toMatchObject({ code: "minuteSkipped", field: "closes" });
});

test("called off, all who were registered are told once, the rest of many by the worker", async () => {
  const { id, last } = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, {}, [host]);
    const members: string[] = [];
    for (let one = 0; one <= MOST_AT_ONCE; one += 1) members.push((await makeMember(tx)).memberId);
    const person = await makeMember(tx);
    const eventId = made.id;
    const state = "waiting" as const;
    const rows = [...members, person.memberId].map((memberId) => ({ eventId, memberId, state }));
    await tx.insert(eventRegistrations).values(rows);
    return { ...made, last: person };
  });
  await move("cancelled", keeper, id);
  expect(new Set(await states(id))).toEqual(new Set(["cancelled", "waiting"]));
  await Promise.all([settleEvent(id), settleEvent(id)]);
  expect(new Set(await states(id))).toEqual(new Set(["cancelled"]));
  expect((await toldTo(last)).map(({ kind }) => kind)).toEqual(["eventCancelled"]);
});

test("why it is called off is in each letter, whatever settles what was left of many", async () => {
  const [last, first] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx),
  ]);
  const { id } = await transaction(async (tx) => {
    const made = await makeOpenEvent(tx, {}, [host]);
    const eventId = made.id;
    await makeRegistration(tx, { eventId, memberId: first.memberId });
    for (let one = 1; one < MOST_AT_ONCE; one += 1) {
      await makeRegistration(tx, { eventId, memberId: (await makeMember(tx)).memberId });
    }
    await makeRegistration(tx, { eventId, memberId: last.memberId });
    return made;
  });
  const words = "La salle n’est plus libre.";
  await move("cancelled", keeper, id, words);
  expect(await jobsOf(id)).toEqual([{ eventId: id }]);
  // By whatever settles it first: an account that is closed, or the worker.
  await settleEvent(id);
  for (const person of [first, last]) {
    const [mail] = await mailsTo(person);
    expect(mail).toMatchObject({ kind: "eventCancelled", data: { words, why: "said" } });
  }
});

test("why it is called off is read on its page by whoever reads that, mended or not, and is said of no event that is on", async () => {
  const { id, slug } = await transaction((tx) =>
    makeOpenEvent(tx, { audience: "members" }, [host]),
  );
  const mended = async (viewer: Person) => {
    const { version } = await read(id);
    const words = "La salle est prise.";
    return transaction((tx) => mendReason(tx, viewer, { id, version, words }));
  };
  await move("closed", keeper, id, "Plus de places.");
  await expect(mended(keeper)).rejects.toMatchObject({ code: "moveNotAllowed" });
  expect((await getEvent(other, slug))?.cancelledWords).toBeNull();
  await move("cancelled", keeper, id, "La salle n’est plus libre.");
  expect((await getEvent(other, slug))?.cancelledWords).toBe("La salle n’est plus libre.");
  await expect(mended(other)).rejects.toMatchObject({ code: "notFound" });
  await mended(keeper);
  expect((await getEvent(other, slug))?.cancelledWords).toBe("La salle est prise.");
  expect(await getEvent(null, slug)).toBeNull();
});

test("called off without a word, its letter says none", async () => {
  const member = await transaction((tx) => makeMember(tx));
  const { id } = await transaction((tx) => makeOpenEvent(tx, {}, [host]));
  await transaction((tx) => makeRegistration(tx, { eventId: id, memberId: member.memberId }));
  await move("cancelled", keeper, id);
  expect(await mailsTo(member)).toMatchObject([{ data: { words: "", why: "" } }]);
});

test("called off, it is crossed out in the calendar that has it from its letter", async () => {
  const member = await transaction((tx) => makeMember(tx));
  const { id } = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx, {}, [host]);
    const party = { companions: [], note: "", isShown: false, takesPhotos: false };
    await registerForEvent(tx, member, { ...party, eventId: event.id });
    return event;
  });
  await move("cancelled", keeper, id);
  const [confirmed, cancelled] = (await mailsTo(member)).map(({ kind, data }) => {
    const written = String((data as { calendar?: string }).calendar);
    const said = (name: string) => new RegExp(`^${name}:(.*)\r$`, "m").exec(written)?.[1];
    return { kind, uid: said("UID"), status: said("STATUS"), sequence: Number(said("SEQUENCE")) };
  });
  expect(confirmed).toMatchObject({ kind: "eventRegistered", uid: id, status: "CONFIRMED" });
  expect(cancelled).toMatchObject({ kind: "eventCancelled", uid: id, status: "CANCELLED" });
  expect(cancelled?.sequence).toBeGreaterThan(confirmed?.sequence ?? Number.NaN);
});

test("while somebody counts on it, it is called off before it is taken back", async () => {
  const { id } = await transaction((tx) => makeOpenEvent(tx, {}, [host]));
  await transaction((tx) => makeRegistration(tx, { eventId: id, memberId: other.memberId }));
  const close = async (to: "withdrawn" | "archived") => {
    const { version } = await read(id);
    await transaction((tx) => closeEntry(tx, keeper, EVENT_VERBS, { id, version, to }));
  };
  await expect(close("withdrawn")).rejects.toThrow("peopleAreRegistered");
  await expect(close("archived")).rejects.toThrow("peopleAreRegistered");
  await move("cancelled", keeper, id);
  await close("withdrawn");
  expect((await toldTo(other)).some(({ kind }) => kind === "eventCancelled")).toBe(true);
});

test("what took place is not called off", async () => {
  const over = {
    startsAt: new Date("2026-01-15T06:00:00Z"),
    endsAt: new Date("2026-01-15T08:00:00Z"),
  };
  const { id } = await transaction((tx) => makeOpenEvent(tx, over, [host]));
  await transaction((tx) => makeRegistration(tx, { eventId: id, memberId: other.memberId }));
  await expect(move("cancelled", keeper, id)).rejects.toThrow("eventIsOver");
  expect(await states(id)).toEqual(["confirmed"]);
});

test("once it has begun nothing is offered, and at its end who waited hears nothing", async () => {
  const waitingAt = (startsAt: Date, endsAt: Date) =>
    transaction(async (tx) => {
      const { id } = await makeOpenEvent(tx, { capacity: 1, startsAt, endsAt }, [host]);
      const one = await makeMember(tx);
      await makeRegistration(tx, { eventId: id, memberId: one.memberId, state: "waiting" });
      return { id, one };
    });
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const [on, over] = [await waitingAt(at(-1), at(1)), await waitingAt(at(-2), at(-1))];
  for (const { id } of [on, over]) await settleEvent(id);
  expect([await states(on.id), await states(over.id)]).toEqual([["waiting"], ["cancelled"]]);
  expect([await toldTo(on.one), await toldTo(over.one)]).toEqual([[], []]);
});
