import "server-only";
import { and, asc, isNotNull, or, type SQL, sql } from "drizzle-orm";
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

/** Events over for thirty days of whose parties something is still kept, the first over first, each with how many such parties. */
export function listPastKeeping(): Promise<{ id: string; parties: number }[]> {
  const ofParties = sql`(select count(*)::int from ${eventRegistrations}
    where ${eventRegistrations.eventId} = ${events.id} and ${isTelling()})`;
  const ofGuests = sql`exists (select from ${eventGuests}
    where ${eventGuests.eventId} = ${events.id} and ${eventGuests.email} is not null)`;
  return query((db) =>
    db
      .select({ id: events.id, parties: sql<number>`${ofParties}` })
      .from(events)
      .where(and(isPast(), or(sql`${ofParties} > 0`, ofGuests)))
      .orderBy(asc(events.endsAt), asc(events.id)),
  );
}

/** How many parties there are of which something is kept, whenever their event is. */
export const countTelling = (): Promise<number> =>
  query((db) => db.$count(eventRegistrations, isTelling()));

/** How many parties the next sweep would empty. */
export const countPastKeeping = async (): Promise<number> =>
  (await listPastKeeping()).reduce((sum, { parties }) => sum + parties, 0);
