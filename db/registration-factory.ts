import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "./client";
import { makeEvent } from "./event-factory";
import { eventGuests, eventRegistrations } from "./schema/registrations";

/** An event online that takes registrations, with so many places. */
export const makeOpenEvent = (
  tx: Transaction,
  values: Parameters<typeof makeEvent>[2] = {},
  hosts: readonly string[] = [],
) => makeEvent(tx, hosts, { moderation: "published", progress: "open", ...values });

type Party = Partial<typeof eventRegistrations.$inferInsert> & { eventId: string };

/** A registration of a member or a guest, confirmed unless told otherwise. */
export async function makeRegistration(
  tx: Transaction,
  values: Party & ({ memberId: string } | { guestId: string }),
) {
  const { id, version, queue } = eventRegistrations;
  const [row] = await tx
    .insert(eventRegistrations)
    .values({ state: "confirmed", ...values })
    .returning({ id, version, queue });
  if (!row) throw new Error("nobody was registered");
  return { ...row, registrationId: row.id };
}

/** A guest without an account who asked to come, with their registration where `party` says how it stands. */
export async function makeGuest(
  tx: Transaction,
  eventId: string,
  values: Partial<typeof eventGuests.$inferInsert> = {},
  party: Omit<Partial<typeof eventRegistrations.$inferInsert>, "guestId"> | null = null,
) {
  const email = values.email ?? `${randomUUID()}@example.org`;
  const [guest] = await tx
    .insert(eventGuests)
    .values({ eventId, name: "Aurélie Vannequin", locale: "fr", ...values, email })
    .returning({ id: eventGuests.id });
  if (!guest) throw new Error("no guest was made");
  const guestKey = createHash("sha256").update(email).digest("hex");
  const registration =
    party && (await makeRegistration(tx, { eventId, guestId: guest.id, guestKey, ...party }));
  return { guestId: guest.id, email, registration };
}
