import "server-only";
import type { Transaction } from "@/db/client";
import type { RegistrationState } from "@/db/enums-of-events";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { findMeant } from "@/lib/members/meant.queries";
import { findOwnGuest } from "./guests.queries";
import { requireNames } from "./registration-terms";
import { enterParty, type Party } from "./registrations.mutations";
import { canKeepRegistrations, isLiving } from "./registrations.policy";
import { holdEvent, readSeats } from "./seats.queries";

/**
 * Registers a member who asked whoever keeps the event (`person`, as `findMeant` reads it), with the companions they name: places
 * while there are any, a turn after that, and no request, since whoever would select does it here; of who was not selected before
 * too. What they agree to themselves (their name on its page, photos) stays unsaid. Throws `notFound`, on `person` `memberUnknown`,
 * `memberAmbiguous`, `registeredAlready`, and what the event refuses the party for (`seatRefusal`).
 */
export async function registerOnBehalf(
  tx: Transaction,
  viewer: Viewer,
  input: Pick<Party, "companions" | "note"> & { eventId: string; person: string },
): Promise<{ slug: string; state: RegistrationState }> {
  requireNames(input.companions);
  const event = await holdEvent(tx, viewer, input.eventId);
  authorize(canKeepRegistrations(viewer, event));
  const memberId = await findMeant(tx, viewer, input.person);
  const { standing, ...seen } = await readSeats(tx, event.id, { memberId });
  if (isLiving(standing) || (await findOwnGuest(tx, { memberId, eventId: event.id }))) {
    throw new AppError("registeredAlready", { field: "person" });
  }
  const { companions, note } = input;
  const state = await enterParty(
    tx,
    viewer,
    {
      event,
      seen: { ...seen, standing: null },
      whose: { values: { memberId }, tells: { memberId } },
      isByKeeper: true,
    },
    { companions, note, isShown: false, takesPhotos: false },
  );
  return { slug: event.slug, state };
}
