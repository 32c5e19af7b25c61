import { ACTIVITY_STAGES, type ActivityStage, DIRECTIONS, type Direction } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import type { QueryValues } from "@/lib/core/paths";
import { type Asked, allOf, readPage, readQuery } from "@/lib/search/list-filters";

/** The kinds of filters that are boxes: any of a kind, all of the kinds. */
export const FACETS = ["kinds", "directions", "stages", "sectors", "cities"] as const;

export type FacetName = (typeof FACETS)[number];

/** What the address of the list asks for; `page` counts from 1. */
export type ActivityFilters = {
  q: string;
  kinds: string[];
  directions: Direction[];
  stages: ActivityStage[];
  sectors: string[];
  cities: string[];
  sort: "confirmed" | "organisation";
  page: number;
};

/** How each facet is called in the address. */
export const FACET_PARAM: Record<FacetName, string> = {
  kinds: "kind",
  directions: "direction",
  stages: "stage",
  sectors: "sector",
  cities: "city",
};

export const NO_FILTERS: ActivityFilters = {
  q: "",
  kinds: [],
  directions: [],
  stages: [],
  sectors: [],
  cities: [],
  sort: "confirmed",
  page: 1,
};

/** Reads the address; what the lists do not know is left out, never refused: an old link still opens. */
export function readActivityFilters(asked: Asked): ActivityFilters {
  const known = (list: ReferenceList, name: string) =>
    allOf(asked, name)
      .filter((slug) => isReference(list, slug))
      .sort();
  return {
    q: readQuery(asked),
    kinds: known("activityKinds", "kind"),
    directions: DIRECTIONS.filter((one) => allOf(asked, "direction").includes(one)),
    stages: ACTIVITY_STAGES.filter((one) => allOf(asked, "stage").includes(one)),
    sectors: known("sectors", "sector"),
    cities: known("cities", "city"),
    sort: allOf(asked, "sort")[0] === "organisation" ? "organisation" : "confirmed",
    page: readPage(asked),
  };
}

/** The same filters as the values of an address; what says nothing is left out. */
export function activityQuery(filters: ActivityFilters): QueryValues {
  const { q, sort, page } = filters;
  return {
    q: q || undefined,
    ...Object.fromEntries(FACETS.map((facet) => [FACET_PARAM[facet], filters[facet]])),
    sort: sort === "confirmed" ? undefined : sort,
    page: page > 1 ? page : undefined,
  };
}
