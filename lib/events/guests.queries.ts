import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { authorize } from "@/lib/core/errors";
import { readGuestToken } from "./guest-link";
import { type Guest, LIVING_STATES } from "./registrations.policy";

/** A guest of whom something is still kept; null for any other. */
export async function findGuest(db: Database | Transaction, guestId: string | null) {
  if (guestId === null) return null;
  const { id, eventId, name, email, locale, companions, note, createdAt, confirmedAt } =
    eventGuests;
  const { isShown, takesPhotos } = eventGuests;
  const [row] = await db
    .select({
      ...{ id, eventId, name, email, locale, companions, note, createdAt, confirmedAt },
      ...{ isShown, takesPhotos },
    })
    .from(eventGuests)
    .where(eq(id, guestId));
  if (!row || row.email === null) return null;
  return { ...row, email: row.email, name: row.name ?? "" };
}

/** The guest of an address who has, or waits for, something at an event; null for none. */
export async function findLivingGuest(
  db: Database | Transaction,
  { eventId, guestKey }: { eventId: string; guestKey: string },
): Promise<Guest | null> {
  const [row] = await db
    .select({ guestId: eventRegistrations.guestId })
    .from(eventRegistrations)
    .where(
      and(
        eq(eventRegistrations.eventId, eventId),
        eq(eventRegistrations.guestKey, guestKey),
        inArray(eventRegistrations.state, [...LIVING_STATES]),
      ),
    );
  return row?.guestId ? { guestId: row.guestId } : null;
}

/** The guest of a letter, inside the transaction of their act. Throws `guestLinkOver`. */
export async function requireGuest(tx: Transaction, token: string): Promise<Guest> {
  const guest = await findGuest(tx, readGuestToken(token));
  authorize(guest !== null, "guestLinkOver");
  return { guestId: guest.id };
}
