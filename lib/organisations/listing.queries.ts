import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { referenceOptions } from "@/db/reference/lists";
import { affiliations } from "@/db/schema/affiliations";
import { files } from "@/db/schema/files";
import { organisations } from "@/db/schema/organisations";
import type { SearchAudience } from "@/db/schema/search";
import { mayRead } from "@/lib/core/auth/standing";
import { isAdministrator, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LineList } from "@/lib/search/line-sources.queries";
import {
  type Count,
  countKept,
  countWithout,
  type Found,
  findLines,
  firstLines,
} from "@/lib/search/lines.queries";
import { type CountedOption, countedOptions, countIn } from "@/lib/search/list-page";
import {
  countChosen,
  FACET_PARAM,
  FACETS,
  type FacetName,
  NO_FILTERS,
  type OrganisationFilters,
} from "./organisation-filters";
import { isInSight } from "./queries";
import { SIDES, type Side } from "./sides";

export type OrganisationCard = Awaited<ReturnType<typeof selectCards>>[number];

/** The first few of one side, by name, with how many there are. */
type SideColumn = {
  side: Exclude<Side, "institutions">;
  total: number;
  cards: OrganisationCard[];
};

export type OrganisationList = Count & {
  cards: OrganisationCard[];
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut: boolean;
  /** How many each tab would show beside the other filters; null where they were not counted. */
  sides: Record<Side | "all", number | null>;
  facets: Record<FacetName, CountedOption[]>;
  /** What stands above the whole list; null once anything narrows it down. */
  columns: SideColumn[] | null;
  /** When nothing is found: how many there would be without one of the filters. */
  without: ({ filter: FacetName | "q" | "side" } & Count)[];
};

const IN_COLUMN = 4;

/**
 * One page of the organisations in the viewer's sight, 24 at most, by name (by pinyin in Chinese), with the counts of
 * tabs and filters and, above the whole list, its two columns. Every word of `q` has to stand in names, their readings,
 * places or sectors. A page past the last gives the last.
 */
export const listOrganisations = (
  viewer: Viewer | null,
  filters: OrganisationFilters,
  locale: Locale,
): Promise<OrganisationList> => query((db) => readOrganisations(db, viewer, filters, locale));

/** The same on a connection of one's own. */
export async function readOrganisations(
  db: Reader,
  viewer: Viewer | null,
  filters: OrganisationFilters,
  locale: Locale,
): Promise<OrganisationList> {
  const { q, side, page, ...boxes } = filters;
  const sides = side ? [side] : [];
  const asked = { q, chosen: { ...boxes, sides }, sort: "name", page } as const;
  const list = organisationsFor(viewer);
  const shown = { cards: cardsFor(db, viewer), locale };
  const found = await findLines(db, list, asked, shown);
  return {
    cards: found.cards,
    total: found.total,
    isMore: found.isMore,
    page: found.page,
    pageCount: found.pageCount,
    isCut: found.isCut,
    sides: sidesOf(found, side),
    facets: toFacets(found, filters, locale),
    columns: isWhole(filters) ? await readColumns(db, list, found, shown) : null,
    without: found.total === 0 ? await readWithout(db, list, asked, found) : [],
  };
}

async function readWithout(...empty: Parameters<typeof countWithout<FacetName | "sides">>) {
  const counts = await countWithout<FacetName | "sides">(...empty);
  return counts.map(({ filter, ...count }) => ({
    filter: filter === "sides" ? ("side" as const) : filter,
    ...count,
  }));
}

/** How many organisations in the viewer's sight stand on each side; each number is the total of the list of its tab. */
export async function countOrganisationSides(viewer: Viewer | null): Promise<Record<Side, number>> {
  const kept = await query((db) => countKept(db, organisationsFor(viewer), "sides"));
  const entries = SIDES.map((side) => [side, kept.get(`sides:${side}`) ?? 0]);
  return Object.fromEntries(entries);
}

/** Those of the list that a viewer sees, as `openLevels` says; its own active people find theirs besides. */
export function organisationsFor(viewer: Viewer | null): LineList {
  const kind = "organisation";
  const audience = audienceOf(viewer);
  if (!mayRead(viewer) || !viewer.memberId) return { kind, audience };
  const isTheirs = eq(affiliations.memberId, viewer.memberId);
  const own = sql`select every.* from search.every_organisation every
    join ${organisations} on ${organisations.id} = every.subject_id
    where every.audience = ${audience} and not every.is_listed and ${isInSight(viewer)}
      and every.subject_id in (select ${affiliations.organisationId} from ${affiliations} where ${isTheirs})`;
  return { kind, audience, own };
}

/** As whom a viewer reads of organisations. */
export function audienceOf(viewer: Viewer | null): SearchAudience {
  if (!mayRead(viewer)) return "public";
  if (isAdministrator(viewer)) return "administrators";
  return isStaff(viewer) ? "team" : "members";
}

const isWhole = ({ side, q, page, ...boxes }: OrganisationFilters) =>
  side === null && q === "" && page === 1 && countChosen({ ...NO_FILTERS, ...boxes }) === 0;

/** Lyon's companies in China and China's in Lyon. */
async function readColumns(
  db: Reader,
  list: LineList,
  { counts }: Found,
  shown: { cards: ReturnType<typeof cardsFor>; locale: Locale },
): Promise<SideColumn[]> {
  const totals = (["lyon-in-china", "chinese-in-lyon"] as const).map((side) => ({
    side,
    total: counts.get(`sides:${side}`) ?? 0,
  }));
  const first = await firstLines(
    db,
    list,
    totals.map(({ side, total }) => ({ facet: "sides", value: side, total })),
    { most: IN_COLUMN, ...shown },
  );
  return totals.map((column, index) => ({ ...column, cards: first[index] ?? [] }));
}

function sidesOf(found: Found, side: Side | null): OrganisationList["sides"] {
  const all = (side && found.without.get("sides")) || found;
  const entries = SIDES.map((one) => [one, countIn(found.counts, `sides:${one}`)]);
  return { all: all.isMore ? null : all.total, ...Object.fromEntries(entries) };
}

/** Of lines by their keys and in their order; what is no longer in sight is left out. */
const cardsFor = (db: Reader, viewer: Viewer | null) => (keys: SQL) =>
  selectCards(db)
    .where(and(sql`${organisations.id} = any (${keys})`, isInSight(viewer)))
    .orderBy(sql`array_position(${keys}, ${organisations.id})`);

const selectCards = (db: Reader) =>
  db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      description: organisations.description,
      originalLocale: organisations.originalLocale,
      kind: organisations.kind,
      sectors: organisations.sectors,
      country: organisations.country,
      place: organisations.place,
      sites: organisations.sites,
      seed: organisations.seed,
      logo: files.hash,
    })
    .from(organisations)
    .leftJoin(files, eq(files.id, organisations.logoId));

/** The choices that would find something, and those in force, in the order of their list. */
function toFacets(found: Found, filters: OrganisationFilters, locale: Locale) {
  const entries = FACETS.map((facet) => {
    const options = referenceOptions(FACET_PARAM[facet][1], locale);
    return [facet, countedOptions(found.counts, facet, options, filters[facet])];
  });
  return Object.fromEntries(entries) as OrganisationList["facets"];
}
