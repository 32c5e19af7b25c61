import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";

/** A line of the trail as it would have been written at its time; what the applicant or the portal did has no actor. */
export type DemoEvent = Pick<
  typeof auditEvents.$inferInsert,
  "name" | "actorId" | "subjectType" | "subjectId" | "data" | "createdAt"
>;

/** Writes to the trail, not the club's events. */
export async function seedEvents(tx: Transaction, events: DemoEvent[]): Promise<void> {
  await tx.insert(auditEvents).values(events);
}
