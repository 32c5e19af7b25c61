import "server-only";
import type { Transaction } from "@/db/client";
import type { SubjectType } from "@/db/enums";
import { auditDetails, auditEvents } from "@/db/schema/audit";

export type ClubEvent = {
  /** `noun.past`, the same verb as the mutation: `project.submitted`. */
  name: string;
  subjectType: SubjectType;
  subjectId: string;
  /** Facts without a person in them. */
  data?: Record<string, string | number | boolean | null>;
  /** What names a person, kept apart and erased with them. */
  personal?: { accountId: string; facts: Record<string, string> };
};

/** Writes one line of the audit trail in the same transaction as what it tells. `actor` is null for the portal itself. */
export async function recordEvent(
  tx: Transaction,
  actor: { accountId: string } | null,
  event: ClubEvent,
): Promise<void> {
  const [row] = await tx
    .insert(auditEvents)
    .values({
      name: event.name,
      actorId: actor?.accountId ?? null,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      data: event.data ?? {},
    })
    .returning({ id: auditEvents.id });
  if (row && event.personal) {
    await tx.insert(auditDetails).values({
      eventId: row.id,
      accountId: event.personal.accountId,
      personal: event.personal.facts,
    });
  }
}
