import "server-only";
import { and, desc, eq, gt, ne, not, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { activitySightOf, isInSight as isActivityInSight } from "@/lib/activities/sight/queries";
import { calledIn } from "@/lib/affiliations/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { placeLabel } from "@/lib/organisations/place-label";
import { isInSight } from "@/lib/organisations/queries";

/** Something new in a list, with its address without language and a few words on what it is. */
export type NewsItem = { to: string; title: PickedText | null; about: string[]; at: Date };

/** How many there are, and the newest of them. */
export type NewsList = { total: number; items: NewsItem[] };

const SHOWN = 5;

const total = sql<number>`(count(*) over ())::int`;

const toList = <Row extends { total: number }>(
  rows: Row[],
  toItem: (row: Row) => NewsItem,
): NewsList => ({ total: rows[0]?.total ?? 0, items: rows.map(toItem) });

/** Activities in the viewer's sight that were added since an instant, newest first, without their own. */
export async function listNewActivities(
  viewer: Viewer,
  since: Date,
  locale: Locale,
): Promise<NewsList> {
  const rows = await query((db) =>
    db
      .select({
        slug: activities.slug,
        title: activities.title,
        originalLocale: activities.originalLocale,
        kind: activities.kind,
        cities: activities.cities,
        at: activities.createdAt,
        total,
      })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          isActivityInSight(activitySightOf(viewer)),
          ne(accounts.id, viewer.accountId),
          gt(activities.createdAt, since),
        ),
      )
      .orderBy(desc(activities.createdAt), activities.slug)
      .limit(SHOWN),
  );
  return toList(rows, ({ slug, title, originalLocale, kind, cities, at }) => ({
    to: `/activities/${slug}`,
    title: pickText(title, locale, originalLocale),
    about: [
      referenceLabel("activityKinds", kind, locale),
      ...cities.slice(0, 2).map((city) => referenceLabel("cities", city, locale)),
    ],
    at,
  }));
}

/** Organisations in the viewer's sight that came since an instant, newest first, without those they belong to. */
export async function listNewOrganisations(
  viewer: Viewer,
  since: Date,
  locale: Locale,
): Promise<NewsList> {
  const rows = await query((db) =>
    db
      .select({
        slug: organisations.slug,
        name: organisations.name,
        originalLocale: organisations.originalLocale,
        kind: organisations.kind,
        place: organisations.place,
        at: organisations.createdAt,
        total,
      })
      .from(organisations)
      .where(and(isInSight(viewer), not(isOwn(viewer)), gt(organisations.createdAt, since)))
      .orderBy(desc(organisations.createdAt), organisations.slug)
      .limit(SHOWN),
  );
  return toList(rows, ({ slug, kind, place, at, ...row }) => ({
    to: `/organisations/${slug}`,
    title: calledIn({ ...row, slug }, locale),
    about: [
      referenceLabel("organisationKinds", kind, locale),
      ...(place ? [placeLabel(place, locale)] : []),
    ],
    at,
  }));
}

const isOwn = (viewer: Viewer): SQL => sql`exists (select 1 from ${affiliations}
  where ${affiliations.organisationId} = ${organisations.id}
    and ${affiliations.memberId} = ${viewer.memberId})`;
