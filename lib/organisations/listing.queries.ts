import "server-only";
import { and, eq, gte, inArray, isNotNull, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { isShown } from "@/db/columns";
import type { PageVisibility } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { sightOf, visibleLevels } from "@/lib/members/policy";
import { isSeen } from "@/lib/members/queries";
import { searchPatterns } from "@/lib/search/search-words";
import { countSides, type Filtered, type Matches, matchOrganisations } from "./matching";
import {
  countChosen,
  FACET_PARAM,
  FACETS,
  type FacetName,
  NO_FILTERS,
  ORGANISATIONS_PER_PAGE,
  type OrganisationFilters,
} from "./organisation-filters";
import { isInSight } from "./queries";
import { type Side, sideOf } from "./sides";

export type Facet = { value: string; label: string; count: number };

export type OrganisationCard = Awaited<ReturnType<typeof selectCards>>[number];

/** The first few of one side, by name, with how many there are. */
type SideColumn = {
  side: Exclude<Side, "institutions">;
  total: number;
  cards: OrganisationCard[];
};

export type OrganisationList = {
  cards: OrganisationCard[];
  total: number;
  page: number;
  pageCount: number;
  sides: Matches["sides"];
  facets: Record<FacetName, Facet[]>;
  /** What stands above the whole list; null once anything narrows it down. */
  columns: SideColumn[] | null;
  /** When nothing is found: how many there would be without one of the filters. */
  without: { filter: FacetName | "q" | "side"; total: number }[];
};

const IN_COLUMN = 4;

/**
 * One page of the organisations in the viewer's sight, 24 at most, by name (by pinyin in Chinese), with the counts of
 * tabs and filters and, above the whole list, its two columns. Every word of `q` has to stand in names, their readings,
 * places or sectors. A page past the last gives the last.
 */
export function listOrganisations(
  viewer: Viewer | null,
  filters: OrganisationFilters,
  locale: Locale,
): Promise<OrganisationList> {
  return query(async (db) => {
    const facts = await readFacts(db, viewer, locale, filters.q);
    const matches = matchOrganisations(facts, filters);
    const total = matches.ids.length;
    const pageCount = Math.max(1, Math.ceil(total / ORGANISATIONS_PER_PAGE));
    const page = Math.min(filters.page, pageCount);
    const start = (page - 1) * ORGANISATIONS_PER_PAGE;
    const ids = matches.ids.slice(start, start + ORGANISATIONS_PER_PAGE);
    const columns = isWhole(filters) ? columnsOf(facts, matches.sides) : null;
    const cardsOf = await readCards(db, [...ids, ...(columns ?? []).flatMap((one) => one.ids)]);
    return {
      cards: cardsOf(ids),
      total,
      page,
      pageCount,
      sides: matches.sides,
      facets: toFacets(matches, filters, locale),
      columns:
        columns?.map(({ ids: own, ...column }) => ({ ...column, cards: cardsOf(own) })) ?? null,
      without: total === 0 ? await countWithout(db, viewer, filters, locale, matches) : [],
    };
  });
}

const isWhole = ({ side, q, page, ...boxes }: OrganisationFilters) =>
  side === null && q === "" && page === 1 && countChosen({ ...NO_FILTERS, ...boxes }) === 0;

/** Lyon's companies in China and China's in Lyon, of all that were read. */
function columnsOf(facts: readonly Filtered[], totals: Matches["sides"]) {
  return (["lyon-in-china", "chinese-in-lyon"] as const).map((side) => ({
    side,
    total: totals[side],
    ids: firstIds(facts, side),
  }));
}

function firstIds(facts: readonly Filtered[], side: Side): string[] {
  const ids: string[] = [];
  for (const row of facts) {
    if (ids.length === IN_COLUMN) break;
    if (sideOf(row) === side) ids.push(row.id);
  }
  return ids;
}

/** How many organisations in the viewer's sight stand on each side; each number is the total of the list of its tab. */
export async function countOrganisationSides(viewer: Viewer | null): Promise<Record<Side, number>> {
  return countSides(await query((db) => selectFacts(db, viewer)));
}

/** What decides on sides and filters, by name. */
function readFacts(db: Database, viewer: Viewer | null, locale: Locale, q = "") {
  return selectFacts(db, viewer, q).orderBy(...byName(locale));
}

function selectFacts(db: Database, viewer: Viewer | null, q = "") {
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
    .where(and(isInSight(viewer), ...searched(q)));
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
  // Looked up once for all rows: none of it depends on the organisation.
  const found = db
    .select({ id: activities.organisationId })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        isNotNull(activities.organisationId),
        ne(activities.direction, "china-to-lyon"),
        ne(activities.stage, "exited"),
        or(isNull(activities.until), gte(activities.until, year)),
        sql`cardinality(${activities.cities}) > 0`,
        inArray(activities.visibility, visibleLevels(viewer) as PageVisibility[]),
        isSeen(tie, "organisation"),
        eq(accounts.status, "active"),
        isShown(activities),
      ),
    );
  return sql<boolean>`${organisations.id} in ${found}`;
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

/** Reads the cards of these organisations; gives those of some of them, in their order. */
async function readCards(db: Database, ids: string[]) {
  const rows = ids.length > 0 ? await selectCards(db, ids) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (some: string[]) => some.flatMap((id) => byId.get(id) ?? []);
}

function selectCards(db: Database, ids: string[]) {
  return db
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
      logo: files.hash,
    })
    .from(organisations)
    .leftJoin(files, eq(files.id, organisations.logoId))
    .where(inArray(organisations.id, ids));
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
