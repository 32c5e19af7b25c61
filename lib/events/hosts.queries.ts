import "server-only";
import { type AnyColumn, and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { eventHosts, events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isActing } from "@/db/standing";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { isSlug } from "@/lib/core/text/slug";
import { isOwnedBy } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { isAskedAsHost } from "./sight.queries";

/** An organisation that holds an event, or is asked to; one whose page the viewer may not read has no name. */
export type Host = {
  organisationId: string;
  originalLocale: Locale;
  slug: string | null;
  name: LocalizedText | null;
  /** Invited to hold it: a draft invites nobody, nor does an event that is over. */
  isAsked: boolean;
  isAgreed: boolean;
};

const { id, slug, name, originalLocale, sortLatin } = organisations;

const seenBy = (viewer: Viewer | null) => (column: AnyColumn) =>
  sql`case when ${isOrganisationInSight(viewer)} then ${column} end`;

/** Those that hold an event of rows of `entries`, by name, who have none here last; to whoever keeps it, those that are asked to as well. */
export function hostsFor(viewer: Viewer | null) {
  const seen = seenBy(viewer);
  const isTold = or(
    sql`${eventHosts.agreedAt} is not null`,
    viewer ? isOwnedBy(viewer) : undefined,
  );
  return sql<Host[]>`(select coalesce(json_agg(json_build_object('organisationId', ${id},
      'originalLocale', ${originalLocale}, 'slug', ${seen(slug)}, 'name', ${seen(name)},
      'isAsked', ${eventHosts.askedAt} is not null, 'isAgreed', ${eventHosts.agreedAt} is not null)
      order by ${seen(sortLatin)}, ${seen(slug)}, ${id}), '[]')
    from ${eventHosts} join ${organisations} on ${id} = ${eventHosts.organisationId}
    where ${eventHosts.eventId} = ${entries.id} and ${isTold})`;
}

const hostColumns = (seen: (column: AnyColumn) => SQL) => ({
  organisationId: id,
  originalLocale,
  slug: sql<string | null>`${seen(slug)}`,
  name: sql<LocalizedText | null>`${seen(name)}`,
  isAsked: sql<boolean>`${eventHosts.askedAt} is not null`,
  isAgreed: sql<boolean>`${eventHosts.agreedAt} is not null`,
});

/** The organisations that hold an event and those that are asked to, for whoever decides on it. */
export const listHosts = (viewer: Viewer, eventId: string): Promise<Host[]> =>
  query((db) =>
    db
      .select(hostColumns(seenBy(viewer)))
      .from(eventHosts)
      .innerJoin(organisations, eq(id, eventHosts.organisationId))
      .where(eq(eventHosts.eventId, eventId))
      .orderBy(asc(sortLatin), asc(slug)),
  );

export type AnsweredHost = Awaited<ReturnType<typeof listAnswered>>[number];

/** The organisations that the viewer manages among those that hold an event or are asked to, for which they answer. */
export async function listAnswered(viewer: Viewer | null, eventId: string) {
  if (!mayAct(viewer)) return [];
  const { organisationId, memberId, role } = affiliations;
  const isManaged = and(eq(role, "manager"), sql`${memberId} = ${viewer.memberId}::uuid`);
  return query((db) =>
    db
      .select(hostColumns((column) => sql`${column}`))
      .from(eventHosts)
      .innerJoin(organisations, eq(id, eventHosts.organisationId))
      .innerJoin(affiliations, and(eq(organisationId, id), isManaged))
      .where(
        and(
          eq(eventHosts.eventId, eventId),
          sql`(${eventHosts.askedAt} is not null or ${eventHosts.agreedAt} is not null)`,
        ),
      )
      .orderBy(asc(sortLatin), asc(slug)),
  );
}

export type AskedEvent = NonNullable<Awaited<ReturnType<typeof getAskedEvent>>>;

/** What an event is about, when and where, for whoever is asked for an organisation to hold it; null for anybody else. */
export async function getAskedEvent(viewer: Viewer | null, at: string) {
  if (!viewer || !isSlug(at)) return null;
  const { title, seed, cities, stale, moderation } = entries;
  const { summary, eventKind, format, zone, startsAt, endsAt, place, progress } = events;
  const [row] = await query((db) =>
    db
      .select({
        ...{ id: entries.id, slug: entries.slug, originalLocale: entries.originalLocale },
        ...{ title, seed, cities, stale, moderation, isHidden: isHidden(entries) },
        ...{ summary, eventKind, format, zone, startsAt, endsAt, place, progress },
      })
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .where(and(eq(entries.slug, at), isAskedAsHost(viewer))),
  );
  return row ?? null;
}

/** The accounts of the active managers of an organisation. */
export async function listManagers(tx: Transaction, organisationId: string) {
  return tx
    .select({ accountId: accounts.id })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(affiliations.organisationId, organisationId),
        eq(affiliations.role, "manager"),
        isActing(),
      ),
    )
    .orderBy(accounts.id);
}

/** Those of an event that nobody was asked for yet. */
export const listUnasked = (tx: Transaction, eventId: string) =>
  tx
    .select({ id, name, originalLocale })
    .from(eventHosts)
    .innerJoin(organisations, eq(id, eventHosts.organisationId))
    .where(
      and(eq(eventHosts.eventId, eventId), isNull(eventHosts.agreedAt), isNull(eventHosts.askedAt)),
    )
    .orderBy(id);
