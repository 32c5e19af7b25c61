import "server-only";
import { and, eq, like, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { searchPatterns } from "@/lib/search/search-words";
import { type ActivityFilters, FACETS, type FacetName } from "./activity-filters";
import type { FacetCounts } from "./facets";
import { type ActivitySight, isInSight, isMemberShown, isOrganisationShown } from "./sight.queries";

export type ActivityCounts = FacetCounts & {
  total: number;
  /** How many there would be without the choices of a facet. */
  without: Record<FacetName, number>;
};

const COLUMNS: Record<FacetName, SQL> = {
  kinds: sql`kind`,
  directions: sql`direction`,
  stages: sql`stage`,
  sectors: sql`sectors`,
  cities: sql`cities`,
};

/** What each facet is counted by: an activity counts once for each of its sectors and cities. */
const SLUGS: Record<FacetName, SQL> = {
  ...COLUMNS,
  sectors: sql`unnest(sectors)`,
  cities: sql`unnest(cities)`,
};

/** All counts in one pass over what the words find in sight. A facet's own choices do not narrow its counts. */
export async function countActivities(
  db: Database,
  sight: ActivitySight,
  filters: ActivityFilters,
): Promise<ActivityCounts> {
  const found = db
    .select({
      kind: activities.kind,
      direction: activities.direction,
      stage: activities.stage,
      sectors: activities.sectors,
      cities: activities.cities,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(and(isInSight(sight), matchesWords(sight, filters.q)));
  const parts = FACETS.flatMap((facet) => [
    sql`select 'without' as counted, ${facet} as slug, count(*)::int as count
      from found where ${chosen(filters, facet)}`,
    sql`select ${facet}, slug, count(*)::int
      from (select ${SLUGS[facet]} as slug from found where ${chosen(filters, facet)}) as one
      group by slug`,
  ]);
  const total = sql`select 'total', '', count(*)::int from found where ${chosen(filters)}`;
  const rows = await db.execute<{ counted: string; slug: string; count: number }>(
    sql`with found as materialized ${found} ${sql.join([...parts, total], sql` union all `)}`,
  );
  const of = (counted: string) =>
    rows
      .filter((row) => row.counted === counted)
      .map((row): [string, number] => [row.slug, row.count]);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map(of(facet))]));
  return {
    ...(facets as FacetCounts),
    total: of("total")[0]?.[1] ?? 0,
    without: Object.fromEntries(of("without")) as Record<FacetName, number>,
  };
}

/** Every word typed stands in the activity, or in the name of its organisation or member that this sight sees. */
export function matchesWords(sight: ActivitySight, q: string): SQL | undefined {
  if (q === "") return undefined;
  const text = sight.isInside ? activities.searchMembers : activities.searchText;
  const found = searchPatterns(q).map((pattern) =>
    or(
      like(text, pattern),
      and(like(organisations.searchText, pattern), isOrganisationShown(sight)),
      and(like(members.searchNames, pattern), isMemberShown(sight)),
    ),
  );
  // Something was typed that no text can hold.
  return found.length > 0 ? and(...found) : sql`false`;
}

/** The chosen filters as a condition on the activities; undefined when nothing is chosen. */
export function listWanted(filters: ActivityFilters): SQL | undefined {
  const wanted = chosenOf(filters, {
    kinds: activities.kind,
    directions: activities.direction,
    stages: activities.stage,
    sectors: activities.sectors,
    cities: activities.cities,
  });
  return and(...Object.values(wanted));
}

/** The same over what the words have found, apart from the choices of one facet. */
function chosen(filters: ActivityFilters, but?: FacetName): SQL {
  const wanted = chosenOf(filters, COLUMNS);
  const parts = FACETS.filter((facet) => facet !== but).map((facet) => wanted[facet]);
  return and(...parts) ?? sql`true`;
}

function chosenOf(filters: ActivityFilters, columns: Record<FacetName, SQLWrapper>) {
  const { kinds, directions, stages, sectors, cities } = filters;
  return {
    kinds: ifAny(kinds, (slugs) => sql`${columns.kinds} = any(${slugs})`),
    directions: ifAny(directions, (slugs) => sql`${columns.directions} = any(${slugs})`),
    stages: ifAny(stages, (slugs) => sql`${columns.stages} = any(${slugs})`),
    sectors: ifAny(sectors, (slugs) => sql`${columns.sectors} && ${slugs}`),
    cities: ifAny(cities, (slugs) => sql`${columns.cities} && ${slugs}`),
  };
}

/** Slugs have passed the reference lists: nothing in them needs quoting. */
const ifAny = (slugs: readonly string[], condition: (array: SQL) => SQL) =>
  slugs.length > 0 ? condition(sql`${`{${slugs.join(",")}}`}::text[]`) : undefined;
