import "server-only";
import type { Transaction } from "@/db/client";
import { queueJob } from "@/lib/core/mail/queue-job";
import { listSeatedAt } from "@/lib/events/seats.queries";

/**
 * Frees what an account that is closed has at events to come, and tells whoever keeps them. By the worker: an event is held before
 * its registrations.
 */
export async function freeSeats(tx: Transaction, accountId: string): Promise<void> {
  for (const { eventId } of await listSeatedAt(tx, accountId)) {
    await queueJob(tx, "settle-event", { eventId });
  }
}
