import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { keepersOf } from "@/lib/entries/keepers.queries";
import { calendarLetter } from "./letter-calendar";
import { tellKeepers } from "./notices";
import { recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { freeOf, MOST_AT_ONCE, offeredUntil } from "./registration-terms";
import { isOffering, isOfferOver, isOver, isSeatable, LIVING_STATES } from "./registrations.policy";
import { type HeldEvent, hasNoSeats, listClosed, readSeats } from "./seats.queries";

const { id, eventId, memberId, guestId, seats, queue, state } = eventRegistrations;
const told = { id, memberId, guestId };
const changed = { version: sql`${eventRegistrations.version} + 1`, updatedAt: sql`now()` };

/**
 * Settles an event that is held: offers that ran out end, what came free is offered to the first party that fits, in the order
 * in which they came; of one that is called off every registration ends, and of one that is over whatever was left without an
 * answer. What somebody had whose account was closed comes free, as what was freed with an account that was `erased`, and whoever
 * keeps it hears. Each is told once. What is more than one transaction may hold is left to the worker.
 */
export async function settleSeats(tx: Transaction, event: HeldEvent, erased = 0): Promise<void> {
  if (event.progress === "cancelled") return endAll(tx, event);
  const { now } = await readSeats(tx, event.id);
  const { offeredUntil } = eventRegistrations;
  const isEnded = isOver(event, now);
  const isDue = isEnded ? undefined : lte(offeredUntil, now);
  const due = await tx
    .select({ ...told, state, offeredUntil })
    .from(eventRegistrations)
    .where(and(eq(eventId, event.id), eq(state, "offered"), isDue));
  for (const one of due) {
    authorize(isEnded || isOfferOver(one, now));
    await tx
      .update(eventRegistrations)
      .set({ state: "offer-expired", offeredUntil: null, ...changed })
      .where(eq(id, one.id));
    // Once it has begun, there is no next one whose it is.
    const hears = isOffering(event, now) ? await recipientsOf(tx, [one]) : [];
    await record(tx, null, seatEvent(event, "offer-expired"), {
      tell: tellRegistered(event, hears),
    });
  }
  if (isEnded) {
    await endUnanswered(tx, event);
  } else {
    await endClosed(tx, event, erased);
    await offerSeats(tx, event);
  }
  await noteFullness(tx, event);
}

/** Notes that an event that is held is full, or no longer is: only then is what visitors are shown drawn anew. */
async function noteFullness(tx: Transaction, event: HeldEvent): Promise<void> {
  await tx
    .update(events)
    .set({ isFull: hasNoSeats })
    .where(and(eq(events.id, event.id), ne(events.isFull, hasNoSeats)));
}

/** Nobody comes whose account was closed; how many places that frees is told, and of nobody by name. */
async function endClosed(tx: Transaction, event: HeldEvent, erased: number): Promise<void> {
  const closed = await listClosed(tx, event.id);
  const ids = closed.map((one) => one.id);
  if (ids.length > 0) {
    await tx
      .update(eventRegistrations)
      .set({ state: "cancelled", offeredUntil: null, ...changed })
      .where(inArray(id, ids));
  }
  const seated = closed.filter((one) => one.state === "confirmed" || one.state === "offered");
  const freed = seated.reduce((sum, one) => sum + one.seats, erased);
  if (freed + ids.length === 0) return;
  const to = `/events/${event.slug}/registrations`;
  const keepers = freed > 0 ? await keepersOf(tx, event) : [];
  const kept = { ...event, keepers: keepers.map(({ accountId }) => accountId) };
  await record(tx, null, seatEvent(event, "seats-freed", { seats: freed }), {
    tell: tellKeepers(kept, { count: String(freed), to }),
  });
}

async function offerSeats(tx: Transaction, event: HeldEvent): Promise<void> {
  const { now, taken, isWaitedFor } = await readSeats(tx, event.id);
  if (!isWaitedFor || !isOffering(event, now)) return;
  let free = freeOf(event, taken);
  for (let offers = 0; free > 0; offers += 1) {
    if (offers >= MOST_AT_ONCE) return leaveToWorker(tx, event);
    const next = await offerToNext(tx, event, free, now);
    if (!next) return;
    free -= next.seats;
    await passBy(tx, event, { free, before: next.queue });
  }
}

const leaveToWorker = (tx: Transaction, event: HeldEvent) =>
  queueJob(tx, "settle-event", { eventId: event.id });

async function offerToNext(tx: Transaction, event: HeldEvent, free: number, now: Date) {
  const [next] = await tx
    .select({ ...told, seats, queue, state })
    .from(eventRegistrations)
    .where(and(eq(eventId, event.id), eq(state, "waiting"), fits(free)))
    .orderBy(asc(queue))
    .limit(1);
  if (!next || event.startsAt === null) return null;
  authorize(isSeatable(next, free));
  const until = offeredUntil(now, event.startsAt);
  await tx
    .update(eventRegistrations)
    .set({ state: "offered", offeredUntil: until, ...changed })
    .where(eq(id, next.id));
  await record(tx, null, seatEvent(event, "seat-offered", { seats: next.seats }), {
    tell: tellRegistered(event, await recipientsOf(tx, [next]), { until }),
  });
  await queueJob(tx, "settle-event", { eventId: event.id }, { runAt: until });
  return next;
}

const fits = (free: number) =>
  free >= Number.MAX_SAFE_INTEGER ? undefined : lte(seats, Math.min(free, 100_000));

/** Parties of several, too large for what was free, keep their turn and hear once that places went past them. */
export async function passBy(
  tx: Transaction,
  event: HeldEvent,
  { free, before }: { free: number; before: number },
): Promise<void> {
  const passed = await tx
    .update(eventRegistrations)
    .set({ passedAt: sql`now()`, updatedAt: sql`now()` })
    .where(
      and(
        eq(eventId, event.id),
        eq(state, "waiting"),
        lt(queue, before),
        gt(seats, Math.min(free, 100_000)),
        isNull(eventRegistrations.passedAt),
      ),
    )
    .returning({ ...told, seats });
  for (const one of passed) {
    authorize(!isSeatable({ ...one, state: "waiting" }, free));
    await record(tx, null, seatEvent(event, "seat-passed"), {
      tell: tellRegistered(event, await recipientsOf(tx, [one])),
    });
  }
}

/** Ends what lasts of an event that is called off, and says why in the words of whoever did. */
async function endAll(tx: Transaction, event: HeldEvent): Promise<void> {
  const ended = await endFirst(tx, event, LIVING_STATES);
  if (ended.length === 0) return;
  await record(tx, null, seatEvent(event, "cancelled", { count: ended.length }), {
    tell: tellRegistered(event, await recipientsOf(tx, ended), {
      words: event.cancelledWords ?? "",
      letter: calendarLetter(event),
    }),
  });
}

/** Ends what was left of an event that is over: who had asked hears that nobody answered, who waited knew that it was full. */
async function endUnanswered(tx: Transaction, event: HeldEvent): Promise<void> {
  const ended = await endFirst(tx, event, ["pending", "waiting"]);
  if (ended.length === 0) return;
  const asked = ended.filter((one) => one.was === "pending");
  await record(tx, null, seatEvent(event, "requests-ended", { count: ended.length }), {
    tell: tellRegistered(event, await recipientsOf(tx, asked), {
      state: "cancelled",
      words: "",
      facts: { reason: "" },
    }),
  });
}

/** Ends registrations in these states, the first who came first, and leaves the rest of many to the worker. */
async function endFirst(tx: Transaction, event: HeldEvent, states: readonly RegistrationState[]) {
  const lasting = await tx
    .select({ ...told, was: state })
    .from(eventRegistrations)
    .where(and(eq(eventId, event.id), inArray(state, [...states])))
    .orderBy(asc(queue))
    .limit(MOST_AT_ONCE);
  if (lasting.length === 0) return [];
  const ids = lasting.map((one) => one.id);
  await tx
    .update(eventRegistrations)
    .set({ state: "cancelled", offeredUntil: null, ...changed })
    .where(inArray(id, ids));
  if (lasting.length === MOST_AT_ONCE) await leaveToWorker(tx, event);
  return lasting;
}
