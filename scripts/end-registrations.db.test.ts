import { asc, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { eventRegistrations } from "@/db/schema/registrations";
import { listUnended } from "@/lib/events/seats.queries";
import { endRegistrations } from "./settle-event";

afterAll(closeDatabase);

const OVER = {
  startsAt: new Date("2026-01-15T06:00:00Z"),
  endsAt: new Date("2026-01-15T08:00:00Z"),
};

const LEFT = ["confirmed", "pending", "waiting", "offered"] as const;

const make = (values: Parameters<typeof makeOpenEvent>[1]) =>
  transaction(async (tx) => {
    const { id: eventId } = await makeOpenEvent(tx, values);
    const people = [];
    for (const state of LEFT) {
      const one = await makeMember(tx);
      const offeredUntil = state === "offered" ? new Date("2031-01-01T00:00:00Z") : null;
      await makeRegistration(tx, { eventId, memberId: one.memberId, state, offeredUntil });
      people.push(one);
    }
    return { eventId, people };
  });

const states = async (id: string) => {
  const { state, queue, eventId } = eventRegistrations;
  const rows = await query((db) =>
    db.select({ state }).from(eventRegistrations).where(eq(eventId, id)).orderBy(asc(queue)),
  );
  return rows.map((row) => row.state);
};

test("of an event that is over nothing is left without an answer, once, by two workers", async () => {
  const { eventId, people } = await make(OVER);
  expect(await listUnended()).toContain(eventId);
  await Promise.all([endRegistrations("2026-11-28"), endRegistrations("2026-11-28")]);
  expect(await states(eventId)).toEqual(["confirmed", "cancelled", "cancelled", "offer-expired"]);
  // Who asked is owed an answer; who waited, or let an offer pass, knows.
  const told = await Promise.all(people.map((one) => toldTo(one)));
  expect(told.map((one) => one.map(({ kind, data }) => [kind, data.state]))).toEqual([
    [],
    [["eventSelectionTold", "cancelled"]],
    [],
    [],
  ]);
  expect(await eventsOn(eventId)).toEqual(["event.offer-expired", "event.requests-ended"]);
  expect(await listUnended()).not.toContain(eventId);
});

test("while it goes on, everything is left as it is", async () => {
  const { eventId } = await make({ ...OVER, endsAt: new Date("2031-01-15T08:00:00Z") });
  await endRegistrations("2026-11-28");
  expect(await states(eventId)).toEqual([...LEFT]);
});
