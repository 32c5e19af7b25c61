import "server-only";
import { and, eq, gte, inArray, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { PageVisibility } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { organisationLogos, organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { sightOf, visibleLevels } from "@/lib/members/policy";
import { isSeen } from "@/lib/members/queries";
import { searchPatterns } from "@/lib/search/search-words";
import { countSides, type Matches, matchOrganisations } from "../matching";
import {
  FACET_PARAM,
  FACETS,
  type FacetName,
  NO_FILTERS,
  ORGANISATIONS_PER_PAGE,
  type OrganisationFilters,
} from "../organisation-filters";
import { isInSight } from "../queries";
import type { Side } from "../sides";

export type Facet = { value: string; label: string; count: number };

export type OrganisationCard = Awaited<ReturnType<typeof readCards>>[number];

export type OrganisationList = {
  cards: OrganisationCard[];
  total: number;
  page: number;
  pageCount: number;
  sides: Matches["sides"];
  facets: Record<FacetName, Facet[]>;
  /** When nothing is found: how many there would be without one of the filters. */
  without: { filter: FacetName | "q" | "side"; total: number }[];
};

/**
 * One page of the organisations in the viewer's sight, 24 at most, by name (by pinyin in Chinese), with the counts of
 * tabs and filters. Every word of `q` has to stand in names, their readings, places or sectors. A page past the last
 * gives the last.
 */
export function listOrganisations(
  viewer: Viewer | null,
  filters: OrganisationFilters,
  locale: Locale,
): Promise<OrganisationList> {
  return query(async (db) => {
    const matches = matchOrganisations(await readFacts(db, viewer, locale, filters.q), filters);
    const total = matches.ids.length;
    const pageCount = Math.max(1, Math.ceil(total / ORGANISATIONS_PER_PAGE));
    const page = Math.min(filters.page, pageCount);
    const start = (page - 1) * ORGANISATIONS_PER_PAGE;
    return {
      cards: await readCards(db, matches.ids.slice(start, start + ORGANISATIONS_PER_PAGE)),
      total,
      page,
      pageCount,
      sides: matches.sides,
      facets: toFacets(matches, filters, locale),
      without: total === 0 ? await countWithout(db, viewer, filters, locale, matches) : [],
    };
  });
}

/** The first few of one side, by name, with how many there are: what a column of the two sides shows. */
export async function listSide(
  viewer: Viewer | null,
  side: Side,
  locale: Locale,
  limit: number,
): Promise<{ cards: OrganisationCard[]; total: number }> {
  return query(async (db) => {
    const rows = await readFacts(db, viewer, locale);
    const { ids } = matchOrganisations(rows, { ...NO_FILTERS, side });
    return { cards: await readCards(db, ids.slice(0, limit)), total: ids.length };
  });
}

/** How many organisations in the viewer's sight stand on each side; each number is the total of the list of its tab. */
export async function countOrganisationSides(viewer: Viewer | null): Promise<Record<Side, number>> {
  return countSides(await query((db) => readFacts(db, viewer, "en")));
}

function readFacts(db: Database, viewer: Viewer | null, locale: Locale, q = "") {
  return db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      country: organisations.country,
      parentUscc: organisations.parentUscc,
      place: organisations.place,
      sites: organisations.sites,
      sectors: organisations.sectors,
      isActiveInChina: isActiveInChina(db, viewer),
    })
    .from(organisations)
    .where(and(isInSight(viewer), ...searched(q)))
    .orderBy(...byName(locale));
}

function searched(q: string): SQL[] {
  const patterns = searchPatterns(q);
  // Something was typed that no name can hold.
  if (q !== "" && patterns.length === 0) return [sql`false`];
  return patterns.map((pattern) => like(organisations.searchText, pattern));
}

/**
 * One towards China that is not over, of an active member, as far as the viewer may see it and that it belongs here.
 * Who is named to nobody (to visitors) hides nothing by the level for members.
 */
function isActiveInChina(db: Database, viewer: Viewer | null) {
  const year = Number(today().slice(0, 4));
  const tie =
    viewer?.status === "active"
      ? sightOf(viewer)
      : { accountId: null, levels: ["public", "members"] as const };
  const found = db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(activities.organisationId, organisations.id),
        ne(activities.direction, "china-to-lyon"),
        ne(activities.stage, "exited"),
        or(isNull(activities.until), gte(activities.until, year)),
        sql`cardinality(${activities.cities}) > 0`,
        inArray(activities.visibility, visibleLevels(viewer) as PageVisibility[]),
        isSeen(tie, "organisation"),
        eq(accounts.status, "active"),
      ),
    );
  return sql<boolean>`exists ${found}`;
}

/** Names as each language sorts them; in Chinese by pinyin. */
function byName(locale: Locale): SQL[] {
  const keys = {
    fr: sql`${organisations.sortLatin} collate "fr-x-icu"`,
    en: sql`${organisations.sortLatin} collate "en-x-icu"`,
    zh: sql`${organisations.sortPinyin} collate "zh-x-icu"`,
  };
  return [keys[locale], sql`${organisations.id}`];
}

/** The cards of these organisations, in this order. */
async function readCards(db: Database, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      description: organisations.description,
      originalLocale: organisations.originalLocale,
      kind: organisations.kind,
      sectors: organisations.sectors,
      place: organisations.place,
      sites: organisations.sites,
      logo: organisationLogos.hash,
    })
    .from(organisations)
    .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisations.id))
    .where(inArray(organisations.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The choices that would find something, and those in force, in the order of their list. */
function toFacets(matches: Matches, filters: OrganisationFilters, locale: Locale) {
  const entries = FACETS.map((facet): [FacetName, Facet[]] => [
    facet,
    referenceOptions(FACET_PARAM[facet][1], locale)
      .map((option) => ({ ...option, count: matches.facets[facet].get(option.value) ?? 0 }))
      .filter(({ value, count }) => count > 0 || filters[facet].includes(value)),
  ]);
  return Object.fromEntries(entries) as OrganisationList["facets"];
}

async function countWithout(
  db: Database,
  viewer: Viewer | null,
  filters: OrganisationFilters,
  locale: Locale,
  { without, sides }: Matches,
): Promise<OrganisationList["without"]> {
  const totals: OrganisationList["without"] = [];
  if (filters.q !== "") {
    const { ids } = matchOrganisations(await readFacts(db, viewer, locale), filters);
    totals.push({ filter: "q", total: ids.length });
  }
  for (const facet of FACETS) totals.push({ filter: facet, total: without[facet] ?? 0 });
  if (filters.side !== null) totals.push({ filter: "side", total: sides.all });
  return totals.filter(({ total }) => total > 0);
}
