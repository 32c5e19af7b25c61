import "server-only";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RegistrationState, SelectionVerdict } from "@/db/enums-of-events";
import { referenceItem } from "@/db/reference/lists";
import { events } from "@/db/schema/events";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import { calendarLetter } from "./letter-calendar";
import { recipientsByParty } from "./recipients.queries";
import { seatEvent, tellSelected } from "./registration-notices";
import { freeOf } from "./registration-terms";
import { canKeepRegistrations, isOffering, isPayable } from "./registrations.policy";
import { passBy, settleSeats } from "./seats.mutations";
import {
  type HeldEvent,
  holdEvent,
  holdKept,
  holdRegistration,
  isFitting,
  readSeats,
} from "./seats.queries";

const { id, memberId, guestId, seats, queue, state, verdict, reasonCode, reasonWords } =
  eventRegistrations;

const isPendingOf = (eventId: string) =>
  and(eq(eventRegistrations.eventId, eventId), eq(state, "pending"));

/**
 * Marks some of those who applied as selected or not, with a reason of `reasonsEventSelection`; nobody hears yet, and it can be
 * marked otherwise until all are told. Throws `notFound`, and on their fields `chooseSome`, `notChosen`, `notInList`, `wordsNeeded`.
 */
export async function markSelection(
  tx: Transaction,
  viewer: Viewer,
  input: {
    eventId: string;
    registrationIds: readonly string[];
    verdict: SelectionVerdict;
    reasonCode: string | null;
    words: string;
  },
): Promise<{ slug: string }> {
  const event = await holdEvent(tx, viewer, input.eventId);
  authorize(canKeepRegistrations(viewer, event));
  const isRefused = input.verdict === "not-selected";
  const reason = isRefused ? referenceItem("reasonsEventSelection", input.reasonCode ?? "") : null;
  if (isRefused && !reason) {
    throw new AppError(input.reasonCode ? "notInList" : "notChosen", { field: "reasonCode" });
  }
  if (reason?.requiresText && input.words === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
  const marked = await tx
    .update(eventRegistrations)
    .set({
      verdict: input.verdict,
      reasonCode: isRefused ? input.reasonCode : null,
      reasonWords: (isRefused && input.words) || null,
      updatedAt: sql`now()`,
    })
    .where(and(isPendingOf(event.id), inArray(id, [...input.registrationIds])))
    .returning({ id });
  if (marked.length === 0) throw new AppError("chooseSome", { field: "registrationIds" });
  const count = marked.length;
  await record(tx, viewer, seatEvent(event, "selection-marked", { verdict: input.verdict, count }));
  return { slug: event.slug };
}

/**
 * Tells all whose selection is marked, each once and in one transaction: those selected have a place while there are any, in the
 * order in which they came, and wait after that; a party too large for what was left hears that others went past it. Throws `notFound`, `conflict`, `nobodyToTell`, `eventHasBegun`.
 */
export async function tellSelection(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion,
): Promise<{ slug: string }> {
  const event = await holdKept(tx, viewer, input);
  const { now } = await readSeats(tx, event.id);
  authorize(isOffering(event, now), "eventHasBegun");
  let free = await freeForSelected(tx, event);
  // Settled first: whoever's account was closed waits for an answer no more.
  const marked = await tx
    .select({ id, memberId, guestId, seats, queue, verdict, reasonCode, words: reasonWords })
    .from(eventRegistrations)
    .where(and(isPendingOf(event.id), isNotNull(verdict)))
    .orderBy(asc(queue));
  authorize(marked.length > 0, "nobodyToTell");
  const selected = marked.map((one) => {
    if (one.verdict === "not-selected") return { ...one, state: "not-selected" as const };
    const fits = one.seats <= free;
    if (fits) free -= one.seats;
    return { ...one, state: fits ? ("confirmed" as const) : ("waiting" as const) };
  });
  for (const to of ["confirmed", "waiting", "not-selected"] as const) {
    await moveAll(
      tx,
      selected.filter((one) => one.state === to).map((one) => one.id),
      to,
    );
  }
  const tells = await recipientsByParty(tx, selected);
  const told = selected.map((one, index) => ({ ...one, to: tells[index] ?? [] }));
  await record(tx, viewer, seatEvent(event, "selection-told", { count: selected.length }), {
    tell: tellSelected(event, told, calendarLetter(event)),
  });
  const last = selected.findLast((one) => one.state === "confirmed");
  if (last) await passBy(tx, event, { free, before: last.queue });
  if (last && free === 0) {
    await tx.update(events).set({ isFull: true }).where(eq(events.id, event.id));
  }
  return { slug: event.slug };
}

/** Places left for those who are selected now: offers that ran out have ended, and who waited already was offered theirs. */
async function freeForSelected(tx: Transaction, event: HeldEvent): Promise<number> {
  await settleSeats(tx, event);
  const free = freeOf(event, (await readSeats(tx, event.id)).taken);
  return (await isFitting(tx, event.id, free)) ? 0 : free;
}

async function moveAll(tx: Transaction, ids: string[], to: RegistrationState): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(eventRegistrations)
    .set({
      state: to,
      toldAt: sql`now()`,
      version: sql`${eventRegistrations.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(inArray(id, ids));
}

/**
 * Ticks that somebody has paid, or that they have not, and says in what state they are. Paid has who has a place, or waits for an
 * answer; whatever has become of them, it is noted as given back. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function markPaid(
  tx: Transaction,
  viewer: Viewer,
  input: { registrationId: string; version: number; isPaid: boolean },
): Promise<{ slug: string; state: RegistrationState }> {
  const { event, registration } = await holdRegistration(tx, viewer, input);
  authorize(canKeepRegistrations(viewer, event));
  const canHavePaid = registration.state === "pending" || isPayable(registration.state);
  authorize(canHavePaid || !input.isPaid, "moveNotAllowed");
  await tx
    .update(eventRegistrations)
    .set({
      paidAt: input.isPaid ? sql`now()` : null,
      paidBy: input.isPaid ? viewer.accountId : null,
      version: registration.version + 1,
      updatedAt: sql`now()`,
    })
    .where(eq(id, registration.id));
  await record(tx, viewer, seatEvent(event, "paid-marked", { isPaid: input.isPaid }));
  return { slug: event.slug, state: registration.state };
}
