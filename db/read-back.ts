import { eq } from "drizzle-orm";
import { query } from "./client";
import { affiliationRequests, affiliations } from "./schema/affiliations";
import { auditEvents } from "./schema/audit";
import { mails } from "./schema/mail";

/** What tests read back of what was written, beside the rooms' own reads. */

/** What a member has asked of an organisation, in suites where they ask once. */
export async function requestOf({ memberId }: { memberId: string }) {
  const { id: requestId, state, decidedBy } = affiliationRequests;
  const [row] = await query((db) =>
    db
      .select({ requestId, state, decidedBy })
      .from(affiliationRequests)
      .where(eq(affiliationRequests.memberId, memberId)),
  );
  if (!row) throw new Error("nothing was asked");
  return row;
}

/** The organisations a member belongs to. */
export function placesOf({ memberId }: { memberId: string }) {
  const { organisationId, role, isMain } = affiliations;
  return query((db) =>
    db
      .select({ organisationId, role, isMain })
      .from(affiliations)
      .where(eq(affiliations.memberId, memberId)),
  );
}

/** The mails put in the outbox for an account, oldest first. */
export function mailsTo({ accountId }: { accountId: string }) {
  const { kind, locale, data, createdAt } = mails;
  return query((db) =>
    db
      .select({ kind, locale, data })
      .from(mails)
      .where(eq(mails.accountId, accountId))
      .orderBy(createdAt),
  );
}

/** The names of what the trail holds on a subject, oldest first. */
export async function eventsOn(subjectId: string): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(auditEvents.id),
  );
  return rows.map(({ name }) => name);
}
