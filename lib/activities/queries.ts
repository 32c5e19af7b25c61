import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import type { ViewAs } from "@/lib/members/policy";
import { type ActivityCardData, toActivityCard } from "./activity-card";
import {
  ACTIVITIES_PER_PAGE,
  type ActivityFilters,
  FACETS,
  type FacetName,
  NO_FILTERS,
} from "./activity-filters";
import { type ActivityCounts, countActivities, listWanted, matchesWords } from "./counts.queries";
import { type ActivityFacets, byCount, type Facet, toFacets } from "./facets";
import {
  type ActivitySight,
  activitySightOf,
  belongsHere,
  isInSight,
  isOrganisationShown,
  peopleColumns,
} from "./sight.queries";
import { hasEnded, readsToConfirm } from "./state.queries";

export type ActivityList = {
  total: number;
  page: number;
  pageCount: number;
  activities: ActivityCardData[];
  facets: ActivityFacets;
  /** When nothing is found: how many there would be without one of the filters. */
  without: { filter: "q" | FacetName; total: number }[];
};

/**
 * One page of the activities in the viewer's sight, 24 at most, with the counts of the filters (any of a facet, all of
 * the facets). Who they may not see is null, and is not matched, counted or sorted by.
 */
export function listActivities(
  viewer: Viewer | null,
  filters: ActivityFilters,
  locale: Locale,
): Promise<ActivityList> {
  const sight = activitySightOf(viewer);
  return query(async (db) => {
    const counts = await countActivities(db, sight, filters);
    const pageCount = Math.max(1, Math.ceil(counts.total / ACTIVITIES_PER_PAGE));
    const page = Math.min(filters.page, pageCount);
    const isWanted = and(isInSight(sight), matchesWords(sight, filters.q), listWanted(filters));
    const order = filters.sort === "organisation" ? byOrganisation(sight, locale) : newestConfirmed;
    const rows = await selectCards(db, sight, isWanted)
      .orderBy(...order)
      .limit(ACTIVITIES_PER_PAGE)
      .offset((page - 1) * ACTIVITIES_PER_PAGE);
    return {
      total: counts.total,
      page,
      pageCount,
      activities: rows.map((row) => toActivityCard(row, locale, today())),
      facets: toFacets(counts, filters, locale),
      without: counts.total === 0 ? await countWithout(db, sight, filters, counts) : [],
    };
  });
}

/** How many activities in the viewer's sight each sector and city has, the most frequent first; none has none. */
export async function listActivityTotals(
  viewer: Viewer | null,
  locale: Locale,
): Promise<{ sectors: Facet[]; cities: Facet[]; total: number }> {
  const counts = await query((db) => countActivities(db, activitySightOf(viewer), NO_FILTERS));
  const { sectors, cities } = toFacets(counts, NO_FILTERS, locale);
  return { sectors: byCount(sectors), cities: byCount(cities), total: counts.total };
}

export type TimelineItem = ActivityCardData;

/** Most that a list without pages shows. */
const MOST = 200;

/**
 * What a member or an organisation does with China, as far as the viewer sees it, 200 at most: what goes on first, the
 * newest first, then what is over, the last to end first. `as` previews one's own page through other eyes and is ignored on
 * anybody else's.
 */
export async function listTimeline(
  viewer: Viewer | null,
  of: { memberId: string } | { organisationId: string },
  locale: Locale,
  as?: ViewAs,
): Promise<TimelineItem[]> {
  const isOwn = "memberId" in of && of.memberId === viewer?.memberId;
  const sight = activitySightOf(viewer, isOwn ? as : undefined);
  const isTheirs =
    "memberId" in of
      ? eq(activities.memberId, of.memberId)
      : and(eq(activities.organisationId, of.organisationId), isOrganisationShown(sight));
  const isOver = hasEnded(today());
  const { since, until, slug } = activities;
  const end = sql`case when ${isOver} then coalesce(${until}, ${since}) end`;
  const rows = await query((db) =>
    selectCards(db, sight, and(isInSight(sight), isTheirs))
      .orderBy(isOver, desc(end), desc(since), slug)
      .limit(MOST),
  );
  return rows.map((row) => toActivityCard(row, locale, today()));
}

/** The viewer's own activities, 200 at most, those to be confirmed first, else the newest first. */
export async function listOwnActivities(
  viewer: Viewer,
  locale: Locale,
  read: Read = query,
): Promise<(ActivityCardData & { id: string; version: number })[]> {
  const rows = await read((db) =>
    db
      .select({
        ...cardColumns(activitySightOf(viewer)),
        id: activities.id,
        version: activities.version,
      })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(eq(accounts.id, viewer.accountId))
      .orderBy(desc(readsToConfirm(today())), desc(activities.since), activities.slug)
      .limit(MOST),
  );
  return rows.map((row) => {
    const { id, version } = row;
    return { ...toActivityCard(row, locale, today()), id, version };
  });
}

/** The viewer's own activities that read "to confirm". */
export async function listActivitiesToConfirm(viewer: Viewer, locale: Locale, read?: Read) {
  const own = await listOwnActivities(viewer, locale, read);
  return own.filter((activity) => activity.isToConfirm);
}

export type ActivityPage = NonNullable<Awaited<ReturnType<typeof getActivity>>>;

/** An activity at its address, or null when it is out of the viewer's sight. `partner` is null for visitors. */
export async function getActivity(viewer: Viewer | null, slug: string, locale: Locale) {
  if (!isSlug(slug)) return null;
  const sight = activitySightOf(viewer);
  const [row] = await query((db) =>
    db
      .select({
        ...cardColumns(sight),
        id: activities.id,
        version: activities.version,
        summary: activities.summary,
        stale: activities.stale,
        headcountBand: activities.headcountBand,
        partner: partnerFor(sight),
        ownerAccountId: accounts.id,
        ownerStatus: accounts.status,
        isManager: belongsHere(sight, "manager"),
        isHidden: isHidden(activities),
      })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(activities.slug, slug), isInSight(sight))),
  );
  if (!row) return null;
  const { id, version, summary, stale, headcountBand, partner, originalLocale } = row;
  const { ownerAccountId, ownerStatus, visibility, isManager } = row;
  return {
    ...toActivityCard(row, locale, today()),
    ...{ id, version, summary, stale, headcountBand, partner, originalLocale },
    isHidden: row.isHidden,
    /** The title in every language, for the page's head. */
    titles: row.title,
    facts: { ownerAccountId, ownerStatus, visibility, isManager },
  };
}

/** The partner may be a person: visitors do not read it. */
const partnerFor = (sight: ActivitySight) => {
  const own = sight.accountId ? sql`${accounts.id} = ${sight.accountId}` : sql`false`;
  return sql<string | null>`case when ${sight.isInside} or ${own} then ${activities.partner} end`;
};

const cardColumns = (sight: ActivitySight) => ({
  slug: activities.slug,
  title: activities.title,
  originalLocale: activities.originalLocale,
  kind: activities.kind,
  stage: activities.stage,
  direction: activities.direction,
  sectors: activities.sectors,
  cities: activities.cities,
  since: activities.since,
  until: activities.until,
  visibility: activities.visibility,
  confirmedOn: activities.confirmedOn,
  isOwn: sight.accountId ? sql<boolean>`${accounts.id} = ${sight.accountId}` : sql<boolean>`false`,
  ...peopleColumns(sight),
});

function selectCards(db: Database, sight: ActivitySight, where: SQL | undefined) {
  return db
    .select(cardColumns(sight))
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(where);
}

const newestConfirmed = [desc(activities.confirmedOn), desc(activities.since), activities.slug];

/** The organisations' names as each language sorts them, in Chinese by pinyin; unseen and absent ones last. */
function byOrganisation(sight: ActivitySight, locale: Locale) {
  const keys = {
    fr: sql`nullif(${organisations.sortLatin}, '') collate "fr-x-icu"`,
    en: sql`nullif(${organisations.sortLatin}, '') collate "en-x-icu"`,
    zh: sql`nullif(${organisations.sortPinyin}, '') collate "zh-x-icu"`,
  };
  const key = sql`case when ${isOrganisationShown(sight)} then ${keys[locale]} end nulls last`;
  return [key, ...newestConfirmed];
}

async function countWithout(
  db: Database,
  sight: ActivitySight,
  filters: ActivityFilters,
  counts: ActivityCounts,
): Promise<ActivityList["without"]> {
  const chosen = FACETS.filter((facet) => filters[facet].length > 0);
  const totals: ActivityList["without"] = chosen.map((filter) => ({
    filter,
    total: counts.without[filter],
  }));
  if (filters.q !== "" && chosen.length > 0) {
    const { total } = await countActivities(db, sight, { ...filters, q: "" });
    totals.unshift({ filter: "q", total });
  }
  return totals.filter(({ total }) => total > 0);
}
