import "server-only";
import { and, desc, eq, ne, not, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import {
  activitySightOf,
  isInSight as isActivityInSight,
  isMemberShown,
} from "@/lib/activities/sight.queries";
import { belongs, calledIn } from "@/lib/affiliations/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { isNamedTo } from "@/lib/entries/shown.queries";
import { type ShownName, shownName, type ToldRow, toldPerson } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { personColumns } from "@/lib/members/told-person.queries";
import { placeLabel } from "@/lib/organisations/place-label";
import { isInSight } from "@/lib/organisations/queries";
import { fieldLabel } from "@/lib/projects/choice-words";
import { shownColumns } from "@/lib/projects/shown.queries";
import { lineOf } from "@/lib/search/lines.queries";

/**
 * Something new or changed in a list, with its address without language, a few words on what it is, and when it last
 * changed. `isChanged` is false for what was not there before.
 */
export type NewsItem = {
  to: string;
  title: PickedText | null;
  about: string[];
  /** Who stands behind it, where they are named to the reader. */
  by?: ShownName;
  at: Date;
  isChanged: boolean;
};

/** How many there are, a hundred and one for more than a hundred, and the newest of them. */
export type NewsList = { total: number; items: NewsItem[] };

const SHOWN = 5;
/** The last ones that are looked at: one more than is counted, the page says that there are more than a hundred. */
const READ = 101;

/** Since when an entry is there and when it last changed. */
const timesOf = (start: PgColumn, update: PgColumn) => ({
  start: sql`${start}`.mapWith(start) as SQL<Date>,
  at: lastOf(start, update),
});

/** Of the last ones (`id`, `slug`, `at`) those that are shown, with how many were read: no more is read of the others. */
const shownOf = (recent: SQLWrapper) => sql`(select id, slug, at, (count(*) over ())::int as total
  from ${recent} recent order by at desc, slug limit ${sql.raw(`${SHOWN}`)}) shown`;

const TOTAL = sql<number>`shown.total`;
const IN_ORDER = sql`shown.at desc, shown.slug`;

const lastOf = (start: PgColumn, update: PgColumn) =>
  sql`greatest(${start}, ${update})`.mapWith(update) as SQL<Date>;

/**
 * Added or changed since an instant, as an index finds it (`…_changed_index`). Of a range with two ends the database
 * expects few rows, of one with a single end a third of the table: a plan made without the instant would read it whole.
 */
const isNews = (start: PgColumn, update: PgColumn, since: Date) =>
  sql`${lastOf(start, update)} > ${since.toISOString()}::timestamptz and ${lastOf(start, update)} <= 'infinity'`;

type Timed = { start: Date; at: Date; total: number };

const toList = <Row extends Timed>(
  rows: Row[],
  since: Date,
  toItem: (row: Row) => Omit<NewsItem, "at" | "isChanged">,
): NewsList => ({
  total: rows[0]?.total ?? 0,
  items: rows.map((row) => ({ ...toItem(row), at: row.at, isChanged: row.start <= since })),
});

/**
 * Activities in the viewer's sight that were added or changed since an instant, the last change first, without their
 * own. One that was opened to them since has changed.
 */
export async function listActivityNews(
  viewer: Viewer,
  since: Date,
  locale: Locale,
  read: Read = query,
): Promise<NewsList> {
  const { createdAt, updatedAt } = activities;
  const last = lastOf(createdAt, updatedAt);
  const sight = activitySightOf(viewer);
  const rows = await read((db) => {
    const recent = db
      .select({ id: activities.id, slug: activities.slug, at: last.as("at") })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          isNews(createdAt, updatedAt, since),
          isActivityInSight(sight),
          ne(accounts.id, viewer.accountId),
        ),
      )
      .orderBy(desc(last), activities.slug)
      .limit(READ);
    return db
      .select({
        slug: activities.slug,
        title: activities.title,
        originalLocale: activities.originalLocale,
        kind: activities.kind,
        cities: activities.cities,
        ...personColumns(sight, isMemberShown(sight)),
        ...timesOf(createdAt, updatedAt),
        total: TOTAL,
      })
      .from(shownOf(recent))
      .innerJoin(activities, sql`${activities.id} = shown.id`)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .orderBy(IN_ORDER);
  });
  return toList(rows, since, ({ slug, title, originalLocale, kind, cities, ...person }) => ({
    to: `/activities/${slug}`,
    by: namedIn(person, locale),
    title: pickText(title, locale, originalLocale),
    about: [referenceLabel("activityKinds", kind, locale), ...firstCities(cities, locale)],
  }));
}

/** Organisations in the viewer's sight, as `listActivityNews`, without those they belong to. */
export async function listOrganisationNews(
  viewer: Viewer,
  since: Date,
  locale: Locale,
  read: Read = query,
): Promise<NewsList> {
  const { createdAt, updatedAt } = organisations;
  const last = lastOf(createdAt, updatedAt);
  const rows = await read((db) => {
    const recent = db
      .select({ id: organisations.id, slug: organisations.slug, at: last.as("at") })
      .from(organisations)
      .where(and(isNews(createdAt, updatedAt, since), isInSight(viewer), not(belongs(viewer))))
      .orderBy(desc(last), organisations.slug)
      .limit(READ);
    return db
      .select({
        slug: organisations.slug,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
        kind: organisations.kind,
        place: organisations.place,
        ...timesOf(createdAt, updatedAt),
        total: TOTAL,
      })
      .from(shownOf(recent))
      .innerJoin(organisations, sql`${organisations.id} = shown.id`)
      .orderBy(IN_ORDER);
  });
  return toList(rows, since, ({ slug, kind, place, name, originalLocale }) => ({
    to: `/organisations/${slug}`,
    title: calledIn({ name, originalLocale, slug }, locale),
    about: [
      referenceLabel("organisationKinds", kind, locale),
      ...(place ? [placeLabel(place, locale)] : []),
    ],
  }));
}

/** Published projects of other active members, as `listActivityNews`: new once they are online. */
export async function listProjectNews(
  viewer: Viewer,
  since: Date,
  locale: Locale,
  read: Read = query,
): Promise<NewsList> {
  const { publishedAt, updatedAt } = entries;
  const last = lastOf(publishedAt, updatedAt);
  const rows = await read((db) => {
    const recent = db
      .select({ id: entries.id, slug: entries.slug, at: last.as("at") })
      .from(entries)
      .innerJoin(...lineOf({ kind: "project", audience: "members" }, entries.id))
      .where(
        and(
          isNews(publishedAt, updatedAt, since),
          sql`(line.last_day is null or line.last_day >= ${today()})`,
          sql`${entries.ownerId} is distinct from ${viewer.memberId}`,
        ),
      )
      .orderBy(desc(last), entries.slug)
      .limit(READ);
    return db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        cities: shownColumns(viewer).cities,
        ...personColumns(sightOf(viewer), isNamedTo(viewer)),
        ...timesOf(publishedAt, updatedAt),
        total: TOTAL,
      })
      .from(shownOf(recent))
      .innerJoin(entries, sql`${entries.id} = shown.id`)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .orderBy(IN_ORDER);
  });
  return toList(rows, since, ({ slug, title, originalLocale, cities, ...person }) => ({
    to: `/projects/${slug}`,
    by: namedIn(person, locale),
    title: pickText(title, locale, originalLocale),
    about: firstCities(cities, locale),
  }));
}

const namedIn = (row: ToldRow, locale: Locale): ShownName | undefined => {
  const told = toldPerson(row);
  return told ? shownName(told.names, locale) : undefined;
};

const firstCities = (cities: string[], locale: Locale) =>
  cities.slice(0, 2).map((city) => fieldLabel("cities", city, locale));
