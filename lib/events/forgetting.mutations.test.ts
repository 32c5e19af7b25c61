import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember } from "@/db/factories";
import { rowsAsText } from "@/db/read-back";
import { makeGuest, makeOpenEvent, makeRegistration } from "@/db/registration-factory";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { today } from "@/lib/core/dates";
import { forgetParties } from "./forgetting.mutations";
import { countPastKeeping } from "./forgetting.queries";
import { guestToken } from "./guest-link";
import { getGuestPage } from "./guests.queries";

// As the worker does it.
workAsOwner(20_000);
afterAll(closeDatabase);

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
const DAYS = 30 * 24;

/** An event that ended so many hours ago, with a member's party and a guest's, both of three, and their words. */
function held(hours: number, word: string) {
  return transaction(async (tx) => {
    const when = { startsAt: ago(hours + 2), endsAt: ago(hours) };
    const event = await makeOpenEvent(tx, { audience: "public", ...when });
    const words = {
      companions: [`${word}-one`, `${word}-two`],
      note: `${word}-note`,
      reasonWords: `${word}-reason`,
    };
    const { memberId } = await makeMember(tx);
    const party = await makeRegistration(tx, {
      ...{ eventId: event.id, memberId },
      ...{ state: "attended", ...words },
    });
    const guest = await makeGuest(
      tx,
      event.id,
      { name: `${word}-guest`, email: `${word}@example.org`, confirmedAt: ago(hours + 48) },
      { state: "attended", ...words },
    );
    const letter = { guestId: guest.guestId, address: guest.email, kind: "eventReminder" };
    await tx.insert(mails).values({ ...letter, locale: "fr" });
    return { event, party, guest };
  });
}

const traces = () => rowsAsText(["event_guests", "event_registrations", "mails"]);

test("thirty days after an event its words and its guests are gone, and how many came stays", async () => {
  const [gone, kept] = [`gone-${randomUUID()}`, `kept-${randomUUID()}`];
  const [over, lately] = [await held(DAYS, gone), await held(DAYS - 1, kept)];
  const due = await countPastKeeping();
  expect(due).toBeGreaterThanOrEqual(2);
  expect(await forgetParties(today())).toBe(due);
  expect(await countPastKeeping()).toBe(0);
  const text = await traces();
  expect(text).not.toContain(gone);
  for (const word of ["-one", "-two", "-note", "-reason", "-guest", "@example.org"]) {
    expect(text).toContain(`${kept}${word}`);
  }
  const { state, seats } = eventRegistrations;
  const left = await query((db) =>
    db
      .select({ state, seats })
      .from(eventRegistrations)
      .where(eq(eventRegistrations.eventId, over.event.id)),
  );
  expect(left).toEqual([
    { state: "attended", seats: 3 },
    { state: "attended", seats: 3 },
  ]);
  expect(await getGuestPage(guestToken(over.guest.guestId))).toBeNull();
  expect((await getGuestPage(guestToken(lately.guest.guestId)))?.own?.companions).toEqual([
    `${kept}-one`,
    `${kept}-two`,
  ]);
  expect(await forgetParties(today())).toBe(0);
});

/** An event that ended so many hours ago, with so many guests who came. */
const attendedBy = (hours: number, guests: number) =>
  transaction(async (tx) => {
    const when = { startsAt: ago(hours + 2), endsAt: ago(hours) };
    const event = await makeOpenEvent(tx, { audience: "public", ...when });
    for (let n = 0; n < guests; n += 1) {
      const confirmedAt = ago(hours + 48);
      await makeGuest(tx, event.id, { confirmedAt }, { state: "attended" });
    }
    return event;
  });

const addressesKept = ({ id }: { id: string }) =>
  query((db) =>
    db.$count(eventGuests, and(eq(eventGuests.eventId, id), isNotNull(eventGuests.email))),
  );

test("a clock that jumped a month empties nothing; one that goes on, an event at a time beyond a share", async () => {
  await forgetParties(today());
  const events = [await attendedBy(DAYS + 3, 21), await attendedBy(DAYS + 2, 2)];
  const kept = () => Promise.all(events.map(addressesKept));
  // A day on which no sweep has run before, nor in the week before it: as after a jump.
  const day = "1999-06-15";
  const swept = (slot: string) =>
    query((db) => db.insert(jobRuns).values({ task: "sweep", slot, finishedAt: sql`now()` }));
  await swept("1999-05-15T10");
  await expect(forgetParties(day)).rejects.toMatchObject({ name: "AbsurdShare" });
  expect(await kept()).toEqual([21, 2]);
  await swept("1999-06-15T09");
  expect(await forgetParties(day)).toBe(21);
  expect(await kept()).toEqual([0, 2]);
  expect(await forgetParties(day)).toBe(2);
  expect(await kept()).toEqual([0, 0]);
});
