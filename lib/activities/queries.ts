import "server-only";
import { and, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
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
import type { LineList } from "@/lib/search/line-sources.queries";
import { type Count, countKept, countWithout, findLines } from "@/lib/search/lines.queries";
import { type ActivityCardData, toActivityCard } from "./activity-card";
import type { ActivityFilters, FacetName } from "./activity-filters";
import { type ActivityFacets, type Total, toFacets, toTotals } from "./facets";
import {
  type ActivitySight,
  activitySightOf,
  belongsHere,
  isInSight,
  isMemberShown,
  isOrganisationShown,
  peopleColumns,
} from "./sight.queries";
import { hasEnded, readsToConfirm } from "./state.queries";

export type ActivityList = Count & {
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut: boolean;
  activities: ActivityCardData[];
  facets: ActivityFacets;
  /** When nothing is found: how many there would be without one of the filters. */
  without: ({ filter: "q" | FacetName } & Count)[];
};

/**
 * One page of the activities in the viewer's sight, 24 at most, with the counts of the filters (any of a facet, all of
 * the facets). Who they may not see is null, and is not matched, counted or sorted by.
 */
export const listActivities = (
  viewer: Viewer | null,
  filters: ActivityFilters,
  locale: Locale,
): Promise<ActivityList> => query((db) => readActivities(db, viewer, filters, locale));

/** The same on a connection of one's own. */
export async function readActivities(
  db: Database | Transaction,
  viewer: Viewer | null,
  filters: ActivityFilters,
  locale: Locale,
): Promise<ActivityList> {
  const { q, page, sort: by, ...chosen } = filters;
  const sort = by === "organisation" ? "name" : "newest";
  const asked = { q, chosen, sort, page } as const;
  const list = activitiesFor(viewer);
  const cards = cardsFor(db, activitySightOf(viewer));
  const found = await findLines(db, list, asked, { cards, locale });
  const isEmptied = found.total === 0 && found.without.size > 0;
  return {
    total: found.total,
    isMore: found.isMore,
    page: found.page,
    pageCount: found.pageCount,
    isCut: found.isCut,
    activities: found.cards.map((row) => toActivityCard(row, locale, today())),
    facets: toFacets(found.counts, filters, locale),
    without: isEmptied ? await countWithout(db, list, asked, found) : [],
  };
}

/** Those of the list that a viewer sees; their own that it does not show they find besides. */
function activitiesFor(viewer: Viewer | null): LineList {
  const sight = activitySightOf(viewer);
  const forInside = sight.isStaff ? "team" : "members";
  const audience = sight.isInside ? forInside : "public";
  if (!viewer?.memberId) return { kind: "activity", audience };
  const own = sql`select * from search.every_activity
    where audience = ${audience} and member_id = ${viewer.memberId} and not is_listed`;
  return { kind: "activity", audience, own };
}

/** Of lines by their keys and in their order; what is no longer in sight is left out. */
const cardsFor = (db: Database | Transaction, sight: ActivitySight) => (keys: SQL) =>
  selectCards(db, sight, and(sql`${activities.id} = any (${keys})`, isInSight(sight))).orderBy(
    sql`array_position(${keys}, ${activities.id})`,
  );

/** How many activities in the viewer's sight each sector and city has, the most frequent first; none has none. */
export async function listActivityTotals(
  viewer: Viewer | null,
  locale: Locale,
): Promise<{ sectors: Total[]; cities: Total[]; total: number }> {
  const counts = await query((db) => countKept(db, activitiesFor(viewer)));
  return {
    sectors: toTotals("sectors", counts, locale),
    cities: toTotals("cities", counts, locale),
    total: counts.get("") ?? 0,
  };
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

const cardColumns = (sight: ActivitySight, organisation?: SQLWrapper, member?: SQLWrapper) => ({
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
  ...peopleColumns(sight, organisation, member),
});

function selectCards(db: Database | Transaction, sight: ActivitySight, where: SQL | undefined) {
  // Asked once a row, not once for each column that hangs on it.
  const told = db
    .select({
      organisation: sql<boolean>`${isOrganisationShown(sight)}`.as("is_organisation_told"),
      member: sql<boolean>`${isMemberShown(sight)}`.as("is_member_told"),
    })
    .from(sql`(select) one`)
    .limit(1)
    .as("told");
  return db
    .select(cardColumns(sight, told.organisation, told.member))
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .crossJoinLateral(told)
    .where(where);
}
