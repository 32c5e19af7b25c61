import "server-only";
import { and, arrayOverlaps, desc, eq, gt, like, ne, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { referenceOptions } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInDirectory } from "@/lib/members/listed.queries";
import { type MemberCardData, toMemberCard } from "@/lib/members/member-card";
import { type Sight, sightOf } from "@/lib/members/policy";
import { isSeen, memberColumns, seen } from "@/lib/members/queries";
import { searchPatterns } from "@/lib/search/search-words";
import { type DirectoryFilters, PAGE_SIZE } from "./directory-address";

export type Facet = { value: string; label: string; count: number };

export type MemberList = {
  total: number;
  page: number;
  pageCount: number;
  members: MemberCardData[];
  /** Choices that somebody in reach has, and those chosen; sorted for the reader. */
  sectors: Facet[];
  cities: Facet[];
  /** When nobody is found: how many there would be without one of the filters. */
  without: { filter: "q" | "sectors" | "cities"; total: number }[];
};

/**
 * One page of the active members who stand in the directory, 24 at most, with the counts of the filters (any of a kind,
 * all of the kinds).
 * Whoever is not active finds nobody. Hidden fields are null, and are not matched, counted or sorted by.
 */
export function listMembers(
  viewer: Viewer,
  filters: DirectoryFilters,
  locale: Locale,
): Promise<MemberList> {
  const sight = sightOf(viewer);
  return query(async (db) => {
    const counts = await countFacets(db, viewer, filters);
    const pageCount = Math.max(1, Math.ceil(counts.total / PAGE_SIZE));
    const page = Math.min(filters.page, pageCount);
    const rows = await db
      .select(memberColumns(sight))
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          isListed(viewer),
          matches(viewer, filters.q),
          overlaps(sight, "sectors", filters.sectors),
          overlaps(sight, "cities", filters.cities),
        ),
      )
      .orderBy(...(filters.sort === "recent" ? newestFirst : byName(locale)))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    return {
      total: counts.total,
      page,
      pageCount,
      members: rows.map((row) => toMemberCard(row, locale)),
      sectors: toFacets("sectors", counts.sectors, filters.sectors, locale),
      cities: toFacets("cities", counts.cities, filters.cities, locale),
      without: counts.total === 0 ? await countWithout(db, viewer, filters, counts) : [],
    };
  });
}

/** Active members in the directory who joined since an instant, newest first: how many, and the first six. Never the viewer. */
export async function listNewMembers(
  viewer: Viewer,
  since: Date,
  locale: Locale,
): Promise<{ total: number; members: MemberCardData[] }> {
  const rows = await query((db) =>
    db
      .select({ ...memberColumns(sightOf(viewer)), total: sql<number>`(count(*) over ())::int` })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          isListed(viewer),
          ne(members.accountId, viewer.accountId),
          // The day says who is new to the club, the instant who has been announced already.
          sql`${joinedOn} >= ${since.toISOString()}::timestamptz::date`,
          gt(members.createdAt, since),
        ),
      )
      .orderBy(...newestFirst)
      .limit(6),
  );
  return { total: rows[0]?.total ?? 0, members: rows.map((row) => toMemberCard(row, locale)) };
}

type Counts = {
  total: number;
  withoutSectors: number;
  withoutCities: number;
  sectors: Map<string, number>;
  cities: Map<string, number>;
};

/** All counts in one pass over the members that the text finds. A kind's own choices do not narrow its counts. */
async function countFacets(
  db: Database,
  viewer: Viewer,
  { q, sectors, cities }: Pick<DirectoryFilters, "q" | "sectors" | "cities">,
): Promise<Counts> {
  const sight = sightOf(viewer);
  const matched = db
    .select({
      sectors: seen(sight, "sectors", members.sectors).as("sectors"),
      cities: seen(sight, "cities", members.cities).as("cities"),
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isListed(viewer), matches(viewer, q)));
  const inSectors = sectors.length > 0 ? sql`sectors && ${slugArray(sectors)}` : sql`true`;
  const inCities = cities.length > 0 ? sql`cities && ${slugArray(cities)}` : sql`true`;
  const rows = await db.execute<{ kind: keyof Counts; slug: string; count: number }>(sql`
    with matched as materialized ${matched}
    select 'total' as kind, '' as slug, count(*)::int from matched where ${inSectors} and ${inCities}
    union all select 'withoutSectors', '', count(*)::int from matched where ${inCities}
    union all select 'withoutCities', '', count(*)::int from matched where ${inSectors}
    union all select 'sectors', slug, count(*)::int from matched, unnest(sectors) as slug
      where ${inCities} group by slug
    union all select 'cities', slug, count(*)::int from matched, unnest(cities) as slug
      where ${inSectors} group by slug`);
  const byKind = (kind: keyof Counts) => rows.filter((row) => row.kind === kind);
  const one = (kind: keyof Counts) => byKind(kind)[0]?.count ?? 0;
  const bySlug = (kind: keyof Counts) =>
    new Map(byKind(kind).map((row): [string, number] => [row.slug, row.count]));
  return {
    total: one("total"),
    withoutSectors: one("withoutSectors"),
    withoutCities: one("withoutCities"),
    sectors: bySlug("sectors"),
    cities: bySlug("cities"),
  };
}

async function countWithout(
  db: Database,
  viewer: Viewer,
  filters: DirectoryFilters,
  counts: Counts,
): Promise<MemberList["without"]> {
  const totals: MemberList["without"] = [];
  const { q, sectors, cities } = filters;
  if (q !== "" && sectors.length + cities.length > 0) {
    const { total } = await countFacets(db, viewer, { q: "", sectors, cities });
    totals.push({ filter: "q", total });
  }
  if (sectors.length > 0) totals.push({ filter: "sectors", total: counts.withoutSectors });
  if (cities.length > 0) totals.push({ filter: "cities", total: counts.withoutCities });
  return totals.filter(({ total }) => total > 0);
}

/** Slugs have passed the reference lists: nothing in them needs quoting. */
const slugArray = (slugs: string[]) => sql`${`{${slugs.join(",")}}`}::text[]`;

/** Active members who agreed to stand in the directory, for active viewers. Needs `accounts` joined. */
const isListed = (viewer: Viewer): SQL | undefined =>
  viewer.status === "active" ? and(eq(accounts.status, "active"), isInDirectory) : sql`false`;

/** Every word typed stands in a name or in a text that the viewer may see. */
function matches(viewer: Viewer, q: string): SQL | undefined {
  if (q === "") return undefined;
  const texts = isStaff(viewer) ? members.searchTeam : members.searchMembers;
  const found = searchPatterns(q).map((pattern) =>
    or(like(members.searchNames, pattern), like(texts, pattern)),
  );
  return found.length > 0 ? and(...found) : sql`false`;
}

function overlaps(sight: Sight, field: "sectors" | "cities", slugs: string[]): SQL | undefined {
  return slugs.length > 0
    ? and(isSeen(sight, field), arrayOverlaps(members[field], slugs))
    : undefined;
}

const joinedOn = sql`coalesce(${members.joinedOn}, ${members.createdAt}::date)`;
const newestFirst = [desc(joinedOn), desc(members.createdAt), members.id];

/** Family names as each language sorts them; in Chinese by pinyin, then by the characters. */
function byName(locale: Locale) {
  const keys = {
    fr: sql`${members.sortLatin} collate "fr-x-icu"`,
    en: sql`${members.sortLatin} collate "en-x-icu"`,
    zh: sql`${members.sortPinyin} collate "zh-x-icu"`,
  };
  return [keys[locale], members.id];
}

function toFacets(
  list: "sectors" | "cities",
  counts: Map<string, number>,
  chosen: string[],
  locale: Locale,
): Facet[] {
  return referenceOptions(list, locale)
    .map((option) => ({ ...option, count: counts.get(option.value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
}
