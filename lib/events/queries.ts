import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { isPublishedToAll, sightColumns } from "@/lib/entries/sight.queries";
import { hostsFor } from "./hosts.queries";
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

export const isEvent = eq(entries.entryKind, "event");

export type EventPage = NonNullable<Awaited<ReturnType<typeof getEvent>>>;

/** An event at its address with who holds it, or null out of the viewer's sight. */
export async function getEvent(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const { venue, summary, programme, topics, languages, cancelledWords } = events;
  const [row] = await query((db) =>
    db
      .select({
        ...lineColumns,
        ...{ venue, summary, programme, topics, languages, cancelledWords },
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
  listNewest("event", and(isPublishedToAll, isPublic), { sumsUp: events.summary });

/** Where each of those stands, and when it last changed, for search engines. */
export const listPublicAddresses = () => listAddresses("event", and(isPublishedToAll, isPublic));
