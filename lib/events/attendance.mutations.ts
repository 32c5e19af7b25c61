import "server-only";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Others, Outcome } from "./attendance";
import { canCloseDoor, canKeepDoor, canSayOutcome, isExpected } from "./attendance.policy";
import { recipientsOf } from "./recipients.queries";
import { seatEvent, tellRegistered } from "./registration-notices";
import { canKeepRegistrations, type Guest, viewerOf } from "./registrations.policy";
import { type HeldEvent, holdEvent, holdRegistration, readSeats } from "./seats.queries";

/** The event whose door the viewer keeps, with the database's time. Throws `notFound`. */
async function holdDoor(tx: Transaction, viewer: Viewer, eventId: string) {
  const event = await holdEvent(tx, viewer, eventId);
  authorize(canKeepRegistrations(viewer, event));
  return { event, now: (await readSeats(tx, event.id)).now };
}

const expectedAt = ({ id }: HeldEvent) =>
  and(eq(eventRegistrations.eventId, id), eq(eventRegistrations.state, "confirmed"));

/**
 * Says that these parties are there; said again, or by two at two doors, it stays as it was. Gives how many are new, and how
 * many of them have no place any more. Throws `notFound`, `doorNotOpen`, `nobodyTicked`.
 */
export async function tickParties(
  tx: Transaction,
  viewer: Viewer,
  { eventId, registrationIds }: { eventId: string; registrationIds: readonly string[] },
): Promise<{ slug: string; ticked: number; gone: number }> {
  const { event, now } = await holdDoor(tx, viewer, eventId);
  authorize(canKeepDoor(viewer, event, now), "doorNotOpen");
  authorize(registrationIds.length > 0, "nobodyTicked");
  const { id, attendedAt } = eventRegistrations;
  const isAsked = and(expectedAt(event), inArray(id, [...registrationIds]));
  const known = await tx.$count(eventRegistrations, isAsked);
  const rows = await tx
    .update(eventRegistrations)
    .set({ attendedAt: sql`now()` })
    .where(and(isAsked, isNull(attendedAt)))
    .returning({ id });
  if (rows.length > 0) {
    await record(tx, viewer, seatEvent(event, "parties-ticked", { count: rows.length }));
  }
  return { slug: event.slug, ticked: rows.length, gone: registrationIds.length - known };
}

/** Takes back that a party is there, as long as nothing is settled. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function untickParty(
  tx: Transaction,
  viewer: Viewer,
  input: { registrationId: string; version: number },
): Promise<{ slug: string }> {
  const { event, registration } = await holdRegistration(tx, viewer, input);
  authorize(canKeepRegistrations(viewer, event));
  authorize(isExpected(registration), "moveNotAllowed");
  await tx
    .update(eventRegistrations)
    .set({ attendedAt: null })
    .where(eq(eventRegistrations.id, registration.id));
  await record(tx, viewer, seatEvent(event, "party-unticked"));
  return event;
}

/**
 * Settles who came, once the event is over: those who were ticked, and the `others` who had a place if that is said. Who came is
 * asked one question; nobody hears that they were missed. Throws `notFound`, `doorNotOpen`, `eventNotOver`, `doorIsClosed`, and
 * `othersUnsaid` on `others`: nobody is absent for good because a list was not sent.
 */
export async function closeDoor(
  tx: Transaction,
  viewer: Viewer,
  { eventId, others }: { eventId: string; others?: Others },
): Promise<{ slug: string; came: number }> {
  const { event, now } = await holdDoor(tx, viewer, eventId);
  authorize(canKeepDoor(viewer, event, now), "doorNotOpen");
  authorize(canCloseDoor(viewer, event, now), "eventNotOver");
  const { memberId, guestId, attendedAt } = eventRegistrations;
  const unsaid = others
    ? 0
    : await tx.$count(eventRegistrations, and(expectedAt(event), isNull(attendedAt)));
  if (unsaid > 0) throw new AppError("othersUnsaid", { field: "others" });
  const settled = { updatedAt: sql`now()` };
  const came = await tx
    .update(eventRegistrations)
    .set({
      ...settled,
      state: "attended",
      attendedAt: sql`coalesce(${attendedAt}, now())`,
    })
    .where(and(expectedAt(event), others === "came" ? undefined : isNotNull(attendedAt)))
    .returning({ memberId, guestId });
  const missed = await tx
    .update(eventRegistrations)
    .set({ ...settled, state: "absent" })
    .where(expectedAt(event))
    .returning({ memberId });
  authorize(came.length + missed.length > 0, "doorIsClosed");
  await record(tx, viewer, seatEvent(event, "attended", { count: came.length }), {
    tell: tellRegistered(event, await recipientsOf(tx, came), {
      facts: { to: `/events/${event.slug}/after` },
    }),
  });
  return { slug: event.slug, came: came.length };
}

/** Says whether it was worth coming, and for what, or says it anew. Throws `notFound`, `conflict`. */
export async function sayOutcome(
  tx: Transaction,
  actor: Viewer | Guest,
  input: { registrationId: string; version: number; outcome: Outcome; words: string },
): Promise<{ slug: string }> {
  const { event, registration } = await holdRegistration(tx, actor, input);
  authorize(canSayOutcome(actor, registration));
  const { outcome, words } = input;
  await tx
    .update(eventRegistrations)
    .set({ outcome, outcomeWords: words || null, version: registration.version + 1 })
    .where(eq(eventRegistrations.id, registration.id));
  await record(tx, viewerOf(actor), seatEvent(event, "outcome-said"));
  return event;
}
