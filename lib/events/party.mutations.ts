import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { seatEvent } from "./registration-notices";
import { freeOf, refusedParty, requireNames } from "./registration-terms";
import type { Party, RegistrationVersion } from "./registrations.mutations";
import {
  canChangeRegistration,
  type Guest,
  growthRefusal,
  isOwnParty,
  viewerOf,
} from "./registrations.policy";
import { settleSeats } from "./seats.mutations";
import { holdRegistration, readSeats } from "./seats.queries";

/** What was said of a smaller party: that it has paid, and whether it is selected. */
const SAID_OF_FEWER = {
  ...{ paidAt: null, paidBy: null },
  ...{ verdict: null, reasonCode: null, reasonWords: null },
};

/**
 * Changes who comes along with somebody who is registered, what they say and what they agree to, of a guest their `name` too, until
 * the event begins. The event is held first: more companions take places that are free, nobody else's; of fewer, what comes free is
 * offered to the next. Where more come, whoever keeps the event looks again at what they ticked. Nobody is written to. Throws
 * `notFound`, `conflict`, `eventHasBegun`, `moveNotAllowed`, and on `companions` `companionNameless` and why a party may not grow
 * (`growthRefusal`).
 */
export async function changeRegistration(
  tx: Transaction,
  actor: Viewer | Guest,
  input: RegistrationVersion & Party & { name?: string },
): Promise<{ slug: string }> {
  requireNames(input.companions);
  const { event, registration } = await holdRegistration(tx, actor, input);
  authorize(isOwnParty(actor, registration));
  const { now, taken, isWaitedFor } = await readSeats(tx, event.id);
  const isLate = canChangeRegistration(actor, registration, event, new Date(0));
  const code = isLate ? "eventHasBegun" : "moveNotAllowed";
  authorize(canChangeRegistration(actor, registration, event, now), code);
  const { id, version, state, seats: was } = registration;
  const seats = 1 + input.companions.length;
  const free = freeOf(event, taken);
  const refusal = growthRefusal(event, registration, seats, { free, isWaitedFor, now });
  if (refusal) {
    const values = { ...refusedParty(refusal, event).values, free };
    throw new AppError(refusal, { field: "companions", values });
  }
  const { companions, note, isShown, takesPhotos } = input;
  const changed = await tx
    .update(eventRegistrations)
    .set({
      ...{ companions: [...companions], note: note || null, isShown, takesPhotos },
      ...(seats > was && SAID_OF_FEWER),
      ...{ version: version + 1, updatedAt: sql`now()` },
    })
    .where(and(eq(eventRegistrations.id, id), eq(eventRegistrations.version, version)))
    .returning({ id: eventRegistrations.id });
  authorize(changed.length === 1, "conflict");
  const { guestId } = registration;
  if (guestId && input.name) {
    await tx.update(eventGuests).set({ name: input.name }).where(eq(eventGuests.id, guestId));
  }
  await record(
    tx,
    viewerOf(actor),
    seatEvent(event, "registration-changed", { state, was, seats }),
  );
  // Whoever only asked to come takes no place yet.
  if (seats !== was && state !== "pending") await settleSeats(tx, event);
  return { slug: event.slug };
}
