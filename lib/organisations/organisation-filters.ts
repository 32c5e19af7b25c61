import { isReference } from "@/db/reference/lists";
import type { QueryValues } from "@/lib/core/paths";
import { type Asked, allOf, readPage, readQuery } from "@/lib/search/list-filters";
import { SIDES, type Side } from "./sides";

/** The kinds of filters that are boxes: any of a kind, all of the kinds. */
export const FACETS = ["kinds", "sectors", "places", "cities"] as const;

export type FacetName = (typeof FACETS)[number];

/** What the address of the list asks for; `side` is null for all tabs, `page` counts from 1. */
export type OrganisationFilters = Record<FacetName, string[]> & {
  q: string;
  side: Side | null;
  page: number;
};

/** How each facet is called in the address, and the reference list of its slugs. */
export const FACET_PARAM = {
  kinds: ["kind", "organisationKinds"],
  sectors: ["sector", "sectors"],
  places: ["place", "lyonPlaces"],
  cities: ["city", "cities"],
} as const satisfies Record<FacetName, readonly [string, string]>;

export const NO_FILTERS: OrganisationFilters = {
  q: "",
  side: null,
  kinds: [],
  sectors: [],
  places: [],
  cities: [],
  page: 1,
};

/** Reads the address; what the lists do not know is left out, never refused: an old link still opens. */
export function readOrganisationFilters(asked: Asked): OrganisationFilters {
  const known = ([name, list]: (typeof FACET_PARAM)[FacetName]) =>
    allOf(asked, name)
      .filter((slug) => isReference(list, slug))
      .sort();
  return {
    q: readQuery(asked),
    side: SIDES.find((side) => side === allOf(asked, "side")[0]) ?? null,
    kinds: known(FACET_PARAM.kinds),
    sectors: known(FACET_PARAM.sectors),
    places: known(FACET_PARAM.places),
    cities: known(FACET_PARAM.cities),
    page: readPage(asked),
  };
}

/** The same filters as the values of an address; what says nothing is left out. */
export function organisationQuery(filters: OrganisationFilters): QueryValues {
  const { q, side, page } = filters;
  return {
    side: side ?? undefined,
    q: q || undefined,
    ...Object.fromEntries(FACETS.map((facet) => [FACET_PARAM[facet][0], filters[facet]])),
    page: page > 1 ? page : undefined,
  };
}

/** How many boxes are ticked. */
export function countChosen(filters: OrganisationFilters): number {
  return FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
}
