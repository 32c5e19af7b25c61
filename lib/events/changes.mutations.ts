import "server-only";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventRegistrations } from "@/db/schema/registrations";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { isOnlineAndOn } from "./attendance.policy";
import { changesInWords, type Held, heldAs, isHeldOtherwise } from "./event-changes";
import { calendarLetter } from "./letter-calendar";
import { nextParties, type PartyOf, recipientsByParty, recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { MOST_AT_ONCE, offeredUntil } from "./registration-terms";
import { isOffering, LIVING_STATES } from "./registrations.policy";
import { type HeldEvent, holdEvent, readSeats } from "./seats.queries";

/**
 * Tells those who are registered for an event that is on, and is or was ahead, what changed of when, where and how it is held (`before`), fifty at a
 * time from one turn on (`after`), shortens the offers that would last too long, and leaves the others to the next run: each hears once, and nobody of what is as it was `before`. Throws `notFound`.
 */
export async function tellOfChange(
  tx: Transaction,
  input: { eventId: string; before: Held; after: number },
): Promise<void> {
  const event = await holdEvent(tx, null, input.eventId);
  const { now } = await readSeats(tx, event.id);
  const ends = [event.endsAt, input.before.endsAt].map((at) => at && new Date(at));
  authorize(isOnlineAndOn(event) && ends.some((at) => at && at > now));
  if (input.after === 0) await remindAnew(tx, event, input.before);
  const { state, eventId } = eventRegistrations;
  const isTold = and(eq(eventId, event.id), inArray(state, [...LIVING_STATES]));
  const rows = await nextParties(tx, isTold, input.after);
  const last = rows.at(-1);
  if (!last) return;
  const held = heldAs(event);
  // What a job that an older version queued does not say has not changed.
  const before = { ...held, ...input.before };
  if (!isHeldOtherwise(before, held)) return;
  const changes = inEachLanguage((locale) => changesInWords(before, held, locale));
  const people = await recipientsByParty(tx, rows);
  // What stands in a calendar is a place; who waits for one has none yet.
  const letter = calendarLetter(event);
  const tellings = rows.map(({ state: theirs }, at) =>
    tellRegistered(event, people[at] ?? [], {
      state: theirs,
      facts: { changes },
      letter: theirs === "confirmed" ? letter : undefined,
    }),
  );
  await record(tx, null, seatEvent(event, "changed", { count: rows.length }), {
    tell: (happened) => tellings.flatMap((tell) => tell(happened)),
  });
  if (held.startsAt !== before.startsAt) await shortenOffers(tx, event, rows, now);
  if (rows.length === MOST_AT_ONCE) {
    await queueJob(tx, "tell-event-change", { ...input, after: last.queue });
  }
}

/** An offer for another hour lasts no longer than one that is made now: who has less time than they were told hears until when. */
async function shortenOffers(
  tx: Transaction,
  event: HeldEvent,
  parties: readonly (PartyOf & { id: string; offeredUntil: Date | null })[],
  now: Date,
): Promise<void> {
  if (!event.startsAt || !isOffering(event, now)) return;
  const until = offeredUntil(now, event.startsAt);
  const late = parties.filter((one) => one.offeredUntil && one.offeredUntil > until);
  if (late.length === 0) return;
  const ids = late.map((one) => one.id);
  await tx
    .update(eventRegistrations)
    .set({ offeredUntil: until, version: sql`${eventRegistrations.version} + 1` })
    .where(inArray(eventRegistrations.id, ids));
  await record(tx, null, seatEvent(event, "offer-shortened", { count: late.length }), {
    tell: tellRegistered(event, await recipientsOf(tx, late), { until, cause: "moved" }),
  });
  await queueJob(tx, "settle-event", { eventId: event.id }, { runAt: until });
}

/** On another day it is reminded of as if it never had been. */
async function remindAnew(tx: Transaction, event: HeldEvent, before: Held): Promise<void> {
  const [was, is] = [before.startsAt, event.startsAt].map((at) => at && today(new Date(at)));
  if (was === is) return;
  const { eventId, remindedDays } = eventRegistrations;
  await tx
    .update(eventRegistrations)
    .set({ remindedDays: null })
    .where(and(eq(eventId, event.id), isNotNull(remindedDays)));
}
