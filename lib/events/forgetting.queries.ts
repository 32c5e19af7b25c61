import "server-only";
import { and, asc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { events } from "@/db/schema/events";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { PROMISES } from "@/lib/core/i18n/promises";

const { companions, note, reasonWords, guestKey } = eventRegistrations;

/** A party of which something is kept that names somebody beside its member, or that was written. */
export const isTelling = (): SQL | undefined =>
  or(
    sql`exists (select from unnest(${companions}) name where name <> '')`,
    isNotNull(note),
    isNotNull(reasonWords),
    isNotNull(guestKey),
  );

const isPast = () =>
  sql`${events.endsAt} <= now() - make_interval(days => ${PROMISES.partyDays}::int)`;

/** Events over for thirty days of whose parties something is still kept, the first over first. */
export async function listPastKeeping(): Promise<string[]> {
  const ofParties = sql`exists (select from ${eventRegistrations}
    where ${eventRegistrations.eventId} = ${events.id} and ${isTelling()})`;
  const ofGuests = sql`exists (select from ${eventGuests}
    where ${eventGuests.eventId} = ${events.id} and ${eventGuests.email} is not null)`;
  const rows = await query((db) =>
    db
      .select({ id: events.id })
      .from(events)
      .where(and(isPast(), or(ofParties, ofGuests)))
      .orderBy(asc(events.endsAt)),
  );
  return rows.map(({ id }) => id);
}

/** How many parties the next sweep would empty. */
export async function countPastKeeping(): Promise<number> {
  const [row] = await query((db) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(eventRegistrations)
      .innerJoin(events, eq(events.id, eventRegistrations.eventId))
      .where(and(isPast(), isTelling())),
  );
  return row?.count ?? 0;
}
