import {
  type Asked,
  type Facets,
  type ListFilters,
  listQuery,
  readListFilters,
} from "@/lib/search/list-filters";

/** What the list and the handbook are narrowed by; a sector or city may stand for what is shown in its place. */
export const FACETS = {
  topics: { param: "topic", lists: ["experienceTopics"] },
  cities: { param: "city", lists: ["cities", "provinces"] },
  sectors: { param: "sector", lists: ["sectors", "sectorGroups"] },
  outcomes: { param: "outcome", lists: ["experienceOutcomes"] },
} as const satisfies Facets;

export type FacetName = keyof typeof FACETS;

export type ExperienceFilters = ListFilters<FacetName>;

/** What a reader may narrow the list by: visitors by what they see. */
export const facetsFor = (isMember: boolean): readonly FacetName[] =>
  isMember ? ["topics", "cities", "sectors", "outcomes"] : ["topics", "cities"];

/** The filters in an address. */
export const readExperienceFilters = (asked: Asked, isMember: boolean): ExperienceFilters =>
  readListFilters(asked, FACETS, facetsFor(isMember));

/** Nothing is asked for. */
export const NO_FILTERS = readExperienceFilters({}, true);

/** The address of the list with these filters. */
export const experienceQuery = (filters: ExperienceFilters) => listQuery(filters, FACETS);
