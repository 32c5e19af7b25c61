import { FACETS, type FacetName, type OrganisationFilters } from "./organisation-filters";
import { placeList } from "./place-label";
import { SIDES, type Side, type SideFacts, sideOf } from "./sides";

/** What the filters of the list look at. */
export type Filtered = SideFacts & { id: string; sectors: readonly string[] };

type Asked = Omit<OrganisationFilters, "q" | "page">;

export type Matches = {
  /** In the order they came. */
  ids: string[];
  /** How many each tab would show beside the other filters. */
  sides: Record<Side | "all", number>;
  /** How many each choice would show beside the other filters. */
  facets: Record<FacetName, Map<string, number>>;
  /** How many there would be without one of the facets, for those in force. */
  without: Partial<Record<FacetName, number>>;
};

const VALUES: Record<FacetName, (row: Filtered) => readonly string[]> = {
  kinds: ({ kind }) => [kind],
  sectors: ({ sectors }) => sectors,
  places: (row) => placesOf(row).filter((slug) => placeList(slug) === "lyonPlaces"),
  cities: (row) => placesOf(row).filter((slug) => placeList(slug) === "cities"),
};

/** The organisations that pass tab and facets (any of a kind, all of the kinds), with every count the page shows. */
export function matchOrganisations(rows: readonly Filtered[], asked: Asked): Matches {
  const sides: Matches["sides"] = {
    all: 0,
    "lyon-in-china": 0,
    "chinese-in-lyon": 0,
    institutions: 0,
  };
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Matches["facets"];
  const without: Matches["without"] = {};
  const ids: string[] = [];
  for (const facet of FACETS) if (asked[facet].length > 0) without[facet] = 0;
  for (const row of rows) {
    const side = sideOf(row);
    const isOnSide = asked.side === null || asked.side === side;
    const failed = FACETS.filter((facet) => !passes(row, asked, facet));
    if (failed.length === 0) {
      sides.all++;
      if (side) sides[side]++;
      if (isOnSide) ids.push(row.id);
    }
    if (!isOnSide) continue;
    for (const facet of FACETS) {
      if (failed.some((one) => one !== facet)) continue;
      for (const value of new Set(VALUES[facet](row))) {
        facets[facet].set(value, (facets[facet].get(value) ?? 0) + 1);
      }
      const left = without[facet];
      if (left !== undefined) without[facet] = left + 1;
    }
  }
  return { ids, sides, facets, without };
}

/** How many stand on each side. */
export function countSides(rows: readonly SideFacts[]): Record<Side, number> {
  const sides = rows.map(sideOf);
  const entries = SIDES.map((side) => [side, sides.filter((one) => one === side).length]);
  return Object.fromEntries(entries);
}

function passes(row: Filtered, asked: Asked, facet: FacetName): boolean {
  return asked[facet].length === 0 || VALUES[facet](row).some((one) => asked[facet].includes(one));
}

function placesOf({ place, sites }: Filtered): string[] {
  return place ? [place, ...sites] : [...sites];
}
