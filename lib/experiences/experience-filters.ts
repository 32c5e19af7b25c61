import { isReference, type ReferenceList } from "@/db/reference/lists";
import type { QueryValues } from "@/lib/core/paths";

/** The kinds of filters that are boxes: any of a kind, all of the kinds. */
export const FACETS = ["topics", "cities", "sectors", "outcomes"] as const;

export type FacetName = (typeof FACETS)[number];

/** What the address of the list asks for; `page` counts from 1. */
export type ExperienceFilters = Record<FacetName, string[]> & { q: string; page: number };

/** How each facet is called in the address, and the lists that hold its values, the nearest first. */
export const FACET: Record<FacetName, { param: string; lists: readonly ReferenceList[] }> = {
  topics: { param: "topic", lists: ["experienceTopics"] },
  cities: { param: "city", lists: ["cities", "provinces"] },
  sectors: { param: "sector", lists: ["sectors", "sectorGroups"] },
  outcomes: { param: "outcome", lists: ["experienceOutcomes"] },
};

/** Nothing is asked for. */
export const NO_FILTERS: ExperienceFilters = {
  ...{ topics: [], cities: [], sectors: [], outcomes: [] },
  q: "",
  page: 1,
};

/** What a reader may narrow the list by: visitors by what they see. */
export const facetsFor = (isMember: boolean): readonly FacetName[] =>
  isMember ? FACETS : ["topics", "cities"];

/** Whether it is the beginning of the whole list that is asked for. */
export const isWhole = ({ q, page, ...chosen }: ExperienceFilters): boolean =>
  q === "" && page === 1 && FACETS.every((facet) => chosen[facet].length === 0);

type Asked = Record<string, string | string[] | undefined>;

/** The filters in an address; what the lists do not know, or the reader may not ask for, is left out. */
export function readExperienceFilters(asked: Asked, isMember: boolean): ExperienceFilters {
  const all = (name: string) => [...new Set([asked[name] ?? []].flat())];
  const known = (facet: FacetName) =>
    all(FACET[facet].param).filter((slug) =>
      FACET[facet].lists.some((list) => isReference(list, slug)),
    );
  const page = Number(all("page")[0]);
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(facetsFor(isMember).map((facet) => [facet, known(facet)])),
    q: (all("q")[0] ?? "").trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/** The address of the list with these filters; the first page has no number. */
export function experienceQuery({ q, page, ...chosen }: ExperienceFilters): QueryValues {
  return {
    q: q || undefined,
    ...Object.fromEntries(FACETS.map((facet) => [FACET[facet].param, chosen[facet]])),
    page: page > 1 ? page : undefined,
  };
}
