import "server-only";
import { type AnyColumn, and, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { eventHosts, events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { isSlug } from "@/lib/core/text/slug";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { isPublished, isPublishedToAll, sightColumns } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { isFullFor } from "./seats.queries";
import { isInSight } from "./sight.queries";

/** What a line of the agenda tells. */
export const lineColumns = {
  id: entries.id,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  stale: entries.stale,
  seed: entries.seed,
  cities: entries.cities,
  eventKind: events.eventKind,
  format: events.format,
  audience: events.audience,
  zone: events.zone,
  starts: events.starts,
  ends: events.ends,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  place: events.place,
  progress: events.progress,
  capacity: events.capacity,
  price: events.price,
};

/** An organisation that holds it; one whose page the viewer may not read has no name. */
export type Host = {
  organisationId: string;
  originalLocale: Locale;
  slug: string | null;
  name: LocalizedText | null;
};

export const isEvent = eq(entries.entryKind, "event");

/** The organisations that hold it, by name. */
function hostsFor(viewer: Viewer | null) {
  const { id, slug, name, originalLocale, sortLatin } = organisations;
  const seen = (column: AnyColumn) =>
    sql`case when ${isOrganisationInSight(viewer)} then ${column} end`;
  return sql<Host[]>`(select coalesce(json_agg(json_build_object('organisationId', ${id},
      'originalLocale', ${originalLocale}, 'slug', ${seen(slug)}, 'name', ${seen(name)})
      order by ${sortLatin}, ${slug}), '[]')
    from ${eventHosts} join ${organisations} on ${id} = ${eventHosts.organisationId}
    where ${eventHosts.eventId} = ${entries.id})`;
}

/** The organisations that hold an event, for whoever may read it. */
export async function listHosts(viewer: Viewer | null, id: string): Promise<Host[]> {
  const [row] = await query((db) =>
    db
      .select({ hosts: hostsFor(viewer) })
      .from(entries)
      .where(and(isEvent, eq(entries.id, id))),
  );
  return row?.hosts ?? [];
}

export type EventPage = NonNullable<Awaited<ReturnType<typeof getEvent>>>;

/** An event at its address with who holds it, or null out of the viewer's sight. */
export async function getEvent(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const { venue, summary, programme, topics, languages } = events;
  const [row] = await query((db) =>
    db
      .select({
        ...lineColumns,
        ...{ venue, summary, programme, topics, languages },
        sectors: entries.sectors,
        hosts: hostsFor(viewer),
        isFull: isFullFor(viewer),
        ...sightColumns(),
        provenance: entries.provenance,
        version: entries.version,
        submittedAt: entries.submittedAt,
        publishedAt: entries.publishedAt,
        isHidden: isHidden(entries),
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isEvent, eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ? { ...row, isOwn: ownsEntry(viewer, row) } : null;
}

const isPublic = eq(events.audience, "public");

/** The newest ones that everybody may read, for feeds. */
export const listNewestEvents = () =>
  listNewest("event", and(isPublished, isPublic), { sumsUp: events.summary });

/** Where each of those stands, and when it last changed, for search engines. */
export const listPublicAddresses = () => listAddresses("event", and(isPublishedToAll, isPublic));
