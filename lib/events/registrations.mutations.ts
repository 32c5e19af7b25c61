import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { keepersOf } from "@/lib/entries/keepers.queries";
import { takeOverGuest } from "./joining.mutations";
import { calendarLetter } from "./letter-calendar";
import { recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { freeOf, refusedParty, requireNames } from "./registration-terms";
import {
  canCancelRegistration,
  canRegister,
  canTakeSeat,
  type Guest,
  isOffering,
  isOfferOver,
  isOwnParty,
  registrationRefusal,
  seatRefusal,
  viewerOf,
} from "./registrations.policy";
import { passBy, settleSeats } from "./seats.mutations";
import {
  type HeldEvent,
  type HeldRegistration,
  holdEvent,
  holdRegistration,
  isFitting,
  readSeats,
  type Seats,
} from "./seats.queries";

/** Who comes along with somebody, and what they say and agree to. */
export type Party = {
  companions: readonly string[];
  note: string;
  isShown: boolean;
  takesPhotos: boolean;
};

export type RegistrationVersion = { registrationId: string; version: number };

/**
 * Registers a member with the companions they name: places while there are any, a turn in the waiting list after that, a request
 * where whoever keeps the event selects. Whoever came as a guest of the same address is registered with that party as it is
 * (`wasGuest`). The event is held first, so that no place is given twice. Throws `notFound`,
 * `registrationMembersOnly`, `eventIsCancelled`, `eventIsOver`, `eventHasBegun`, `alreadyRegistered`, `eventNotOpen`, `eventIsClosed`,
 * `notSelectedHere`, and on `companions` `companionNameless`, `noCompanions`, `tooManyCompanions`, `partyTooLarge`.
 */
export async function registerForEvent(
  tx: Transaction,
  viewer: Viewer,
  input: Party & { eventId: string },
): Promise<{ slug: string; state: RegistrationState; wasGuest: boolean }> {
  requireNames(input.companions);
  const event = await holdEvent(tx, viewer, input.eventId);
  const seen = await readSeats(tx, event.id, viewer);
  const taken = await takeOverGuest(tx, viewer, event, seen);
  if (taken) return { slug: event.slug, state: taken, wasGuest: true };
  const party = { seats: 1 + input.companions.length, standing: seen.standing };
  if (!canRegister(viewer, event, party, seen.now)) {
    throw refusedParty(registrationRefusal(viewer, event, party, seen.now) ?? "notFound", event);
  }
  authorize(viewer.memberId !== null);
  const { memberId } = viewer;
  const whose = { values: { memberId }, tells: { memberId } };
  const state = await enterParty(tx, viewer, { event, seen, whose }, input);
  return { slug: event.slug, state, wasGuest: false };
}

type Entering = {
  event: HeldEvent;
  seen: Seats;
  /** Whose party it is, and who hears of it. */
  whose: { values: Partial<typeof eventRegistrations.$inferInsert>; tells: Recipient };
  /** Whoever keeps the event enters them: they are selected by that. */
  isByKeeper?: boolean;
};

/**
 * Enters a party, a member's or a guest's, at an event that is held: the one place where places are given. `seen` as it was read
 * since. Gives its state. Throws what the event refuses it for (`seatRefusal`).
 */
export async function enterParty(
  tx: Transaction,
  viewer: Viewer | null,
  { event, seen, whose, isByKeeper = false }: Entering,
  { companions, note, isShown, takesPhotos }: Party,
): Promise<RegistrationState> {
  const party = { seats: 1 + companions.length, standing: seen.standing };
  const refusal = seatRefusal(event, party, seen.now);
  if (refusal) throw refusedParty(refusal, event);
  const { free, isOthersTurn } = await findFree(tx, event, seen, party.seats);
  const fits = party.seats <= free && !isOthersTurn;
  const isAsking = event.needsApproval && !isByKeeper;
  const state = isAsking ? "pending" : fits ? "confirmed" : "waiting";
  const [row] = await tx
    .insert(eventRegistrations)
    .values({
      ...whose.values,
      eventId: event.id,
      state,
      companions: [...companions],
      note: note || null,
      isShown,
      takesPhotos,
    })
    .returning({ queue: eventRegistrations.queue });
  authorize(row !== undefined);
  if (state === "confirmed" && seen.isWaitedFor) {
    await passBy(tx, event, { free, before: row.queue });
  }
  if (state === "confirmed" && party.seats === free) {
    await tx.update(events).set({ isFull: true }).where(eq(events.id, event.id));
  }
  const data = {
    ...{ state, seats: party.seats },
    ...(viewer === null && { isGuest: true }),
    ...(isByKeeper && { isOwn: false }),
  };
  await record(tx, viewer, seatEvent(event, "registered", data), {
    tell: tellRegistered(event, whose.tells, {
      state,
      facts: isByKeeper ? { state: state === "confirmed" ? "entered" : "queued" } : {},
      letter: state === "confirmed" ? calendarLetter(event) : undefined,
    }),
  });
  return state;
}

/** Places free for a party that comes now, once those who wait have had theirs; or it is the turn of others whom they fit. */
async function findFree(tx: Transaction, event: HeldEvent, seen: Seats, wanted: number) {
  const free = freeOf(event, seen.taken);
  const isSettled = !seen.isOfferDue && (!seen.isWaitedFor || wanted > free);
  if (isSettled) return { free, isOthersTurn: false };
  await settleSeats(tx, event);
  const left = freeOf(event, (await readSeats(tx, event.id)).taken);
  return { free: left, isOthersTurn: await isFitting(tx, event.id, left) };
}

/**
 * Gives up what somebody had or waited for: they themselves until the event begins, whoever keeps it until it is over. Whoever had a
 * place is told, so that their calendar crosses it out, and so is whoever did not do it themselves, and a guest, who has nothing but
 * their letters; whoever keeps it hears of a place that was given up. What comes free is offered to the next. Throws `notFound`, `conflict`, `eventHasBegun`, `moveNotAllowed`.
 */
export async function cancelRegistration(
  tx: Transaction,
  actor: Viewer | Guest,
  input: RegistrationVersion,
): Promise<{ slug: string; isOwn: boolean }> {
  const { event, registration } = await holdRegistration(tx, actor, input);
  const isOwn = isOwnParty(actor, registration);
  const { now } = await readSeats(tx, event.id);
  const isLate = canCancelRegistration(actor, registration, event, new Date(0));
  const code = isLate ? "eventHasBegun" : isOwn ? "moveNotAllowed" : "notFound";
  authorize(canCancelRegistration(actor, registration, event, now), code);
  await moveRegistration(tx, registration, "cancelled");
  const hadPlace = registration.state === "confirmed";
  const viewer = viewerOf(actor);
  const keepers = isOwn && hadPlace ? await keepersOf(tx, event) : [];
  const others = keepers.filter(({ accountId }) => accountId !== viewer?.accountId);
  const isToldOnPage = isOwn && registration.memberId !== null && !hadPlace;
  await record(tx, viewer, seatEvent(event, "registration-cancelled", { isOwn }), {
    tell: tellRegistered(event, isToldOnPage ? [] : await recipientsOf(tx, [registration]), {
      facts: { state: isOwn ? "left" : "cancelled", cost: "none" },
      letter: hadPlace ? calendarLetter(event, true) : undefined,
      keepers: { to: others, seats: registration.seats },
    }),
  });
  await settleSeats(tx, event);
  return { slug: event.slug, isOwn };
}

/**
 * Takes the places that were offered. Gives `isLate` once the offer has run out: then they are the next one's, and whoever
 * was late hears so. Throws `notFound`, `conflict`, `moveNotAllowed`, `eventHasBegun` (it was moved forward).
 */
export async function takeSeat(
  tx: Transaction,
  actor: Viewer | Guest,
  input: RegistrationVersion,
): Promise<{ slug: string; isLate: boolean }> {
  const { event, registration } = await holdRegistration(tx, actor, input);
  authorize(isOwnParty(actor, registration));
  authorize(canTakeSeat(actor, registration), "moveNotAllowed");
  const { now } = await readSeats(tx, event.id);
  const isLate = isOfferOver(registration, now);
  if (isLate) {
    await settleSeats(tx, event);
    return { slug: event.slug, isLate };
  }
  authorize(isOffering(event, now), "eventHasBegun");
  await moveRegistration(tx, registration, "confirmed");
  await record(tx, viewerOf(actor), seatEvent(event, "seat-taken", { seats: registration.seats }), {
    tell: tellRegistered(event, await recipientsOf(tx, [registration]), {
      state: "confirmed",
      letter: calendarLetter(event),
    }),
  });
  return { slug: event.slug, isLate };
}

/** Leaves the places that were offered to the next. Throws as `takeSeat`. */
export async function leaveSeat(
  tx: Transaction,
  actor: Viewer | Guest,
  input: RegistrationVersion,
): Promise<{ slug: string }> {
  const { event, registration } = await holdRegistration(tx, actor, input);
  authorize(isOwnParty(actor, registration));
  authorize(canTakeSeat(actor, registration), "moveNotAllowed");
  await moveRegistration(tx, registration, "declined");
  await record(tx, viewerOf(actor), seatEvent(event, "seat-left"));
  await settleSeats(tx, event);
  return { slug: event.slug };
}

async function moveRegistration(
  tx: Transaction,
  { id, version }: HeldRegistration,
  state: RegistrationState,
): Promise<void> {
  const moved = await tx
    .update(eventRegistrations)
    .set({ state, offeredUntil: null, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(eventRegistrations.id, id), eq(eventRegistrations.version, version)))
    .returning({ id: eventRegistrations.id });
  authorize(moved.length === 1, "conflict");
}
