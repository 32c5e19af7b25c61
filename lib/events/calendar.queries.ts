import "server-only";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { READING_STATUSES } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { entries } from "@/db/schema/entries";
import { eventPeople, events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { isPublished, isPublishedToAll } from "@/lib/entries/sight.queries";
import { isInSight } from "./sight.queries";

/** So long what is over stays in a feed, by which calendars learn of a late change. */
const KEPT_DAYS = 60;
const MOST = 300;

const calendarColumns = {
  id: entries.id,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  cities: entries.cities,
  version: entries.version,
  updatedAt: entries.updatedAt,
  format: events.format,
  place: events.place,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  moderation: entries.moderation,
  progress: events.progress,
};

const isEvent = eq(entries.entryKind, "event");
const isStillKept = gt(events.endsAt, sql`now() - make_interval(days => ${KEPT_DAYS})`);

const listOf = (isListed: SQL | undefined) =>
  query((db) =>
    db
      .select(calendarColumns)
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isEvent, isStillKept, isListed))
      .orderBy(asc(events.startsAt), entries.id)
      .limit(MOST),
  );

/** The events that everybody may read, for the public feed; those that are cancelled too. */
export const listPublicCalendar = () =>
  listOf(and(isPublishedToAll, eq(events.audience, "public")));

/** One event for its file, as the viewer may read it; null out of their sight. */
export async function getCalendarEvent(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select(calendarColumns)
      .from(entries)
      .innerJoin(events, eq(events.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isEvent, eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
}

/** Since when the viewer has a feed of their own; null without one. */
export async function getOwnFeed({ accountId }: Viewer): Promise<Date | null> {
  const [row] = await query((db) =>
    db
      .select({ createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.accountId, accountId)),
  );
  return row?.createdAt ?? null;
}

/** Whose feed a secret opens, and in which language; null where it opens none, or its account may not read. */
export async function findFeed(
  token: string,
): Promise<{ memberId: string; locale: Locale } | null> {
  const [row] = await query((db) =>
    db
      .select({ memberId: members.id, locale: accounts.locale })
      .from(calendarFeeds)
      .innerJoin(accounts, eq(accounts.id, calendarFeeds.accountId))
      .innerJoin(members, eq(members.accountId, accounts.id))
      .where(
        and(
          eq(calendarFeeds.tokenHash, hashToken(token)),
          inArray(accounts.status, READING_STATUSES),
        ),
      ),
  );
  return row ?? null;
}

/**
 * What a member takes part in, as long as it is online: where they have a place or are offered one, and what they are invited to,
 * speak at or are named to keep.
 */
export const listOwnCalendar = (memberId: string) =>
  listOf(
    and(
      isPublished,
      sql`(exists (select from ${eventPeople} person
          where person.event_id = ${events.id} and person.member_id = ${memberId}::uuid)
        or exists (select from ${eventRegistrations} party
          where party.event_id = ${events.id} and party.member_id = ${memberId}::uuid
            and party.state in ('confirmed', 'offered', 'attended')))`,
    ),
  );
