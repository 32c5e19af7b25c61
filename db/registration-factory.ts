import type { Transaction } from "./client";
import { makeEvent } from "./event-factory";
import { eventRegistrations } from "./schema/registrations";

/** An event online that takes registrations, with so many places. */
export const makeOpenEvent = (
  tx: Transaction,
  values: Parameters<typeof makeEvent>[2] = {},
  hosts: readonly string[] = [],
) => makeEvent(tx, hosts, { moderation: "published", progress: "open", ...values });

/** A registration of a member, confirmed unless told otherwise. */
export async function makeRegistration(
  tx: Transaction,
  values: Partial<typeof eventRegistrations.$inferInsert> & { eventId: string; memberId: string },
) {
  const { id, version, queue } = eventRegistrations;
  const [row] = await tx
    .insert(eventRegistrations)
    .values({ state: "confirmed", ...values })
    .returning({ id, version, queue });
  if (!row) throw new Error("nobody was registered");
  return { ...row, registrationId: row.id };
}
