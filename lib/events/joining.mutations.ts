import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import { mails } from "@/db/schema/mail";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { findOwnGuest } from "./guests.queries";
import { calendarLetter } from "./letter-calendar";
import { seatEvent, tellRegistered } from "./registration-notices";
import { canTakeOver, LIVING_STATES } from "./registrations.policy";
import type { HeldEvent, Seats } from "./seats.queries";

/**
 * Makes the party with which a member came to an event as a guest of the same address, before they had an account, their own: as it
 * stands, with its turn and companions, and the letters about it. Nothing is kept of the guest, whose link opens nothing any more. The
 * event is held; gives the state of the party, and null where there is none to take over. Throws `notFound` where one may not.
 */
export async function takeOverGuest(
  tx: Transaction,
  viewer: Viewer,
  event: HeldEvent,
  { standing, now }: Pick<Seats, "standing" | "now">,
): Promise<RegistrationState | null> {
  if (!canTakeOver(viewer, event, standing, now)) return null;
  const { memberId } = viewer;
  const guest = await findOwnGuest(tx, { memberId, eventId: event.id });
  if (!guest) return null;
  const { guestId, state, seats, version } = eventRegistrations;
  const [party] = await tx
    .update(eventRegistrations)
    .set({
      ...{ memberId, guestId: null, guestKey: null },
      ...{ version: sql`${version} + 1`, updatedAt: sql`now()` },
    })
    .where(and(eq(guestId, guest.guestId), inArray(state, [...LIVING_STATES])))
    .returning({ state, seats });
  authorize(party !== undefined);
  await tx
    .update(eventGuests)
    .set({ name: null, email: null, note: null, companions: [] })
    .where(eq(eventGuests.id, guest.guestId));
  // Else an erasure would find them by the address alone, which may change. Those that wait are still asked about their event.
  await tx
    .update(mails)
    .set({ accountId: viewer.accountId })
    .where(eq(mails.guestId, guest.guestId));
  await record(tx, viewer, seatEvent(event, "guest-joined", party), {
    // What is offered says until when on its page.
    tell: tellRegistered(event, party.state === "offered" ? [] : { memberId }, {
      state: party.state,
      letter: party.state === "confirmed" ? calendarLetter(event) : undefined,
    }),
  });
  return party.state;
}
