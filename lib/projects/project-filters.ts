import { PROFILE_TYPES, type ProfileType } from "@/db/enums";
import {
  type Asked,
  type Facets,
  type ListFilters,
  listQuery,
  readListFilters,
} from "@/lib/search/list-filters";

/** The tabs of the project list. */
export const PROJECT_GROUPS = ["offers", "requests", "rd"] as const;

export type ProjectGroup = (typeof PROJECT_GROUPS)[number];

export const PROJECTS_PER_PAGE = 24;

/**
 * What the address of the list asks for; `type` is null for all tabs, `page` counts from 1. Among the sectors may be
 * groups of them, among the cities divisions.
 */
export type ProjectFilters = ListFilters<"sectors" | "cities"> & { type: ProjectGroup | null };

/** Nothing is asked for. */
export const NO_FILTERS: ProjectFilters = { q: "", type: null, sectors: [], cities: [], page: 1 };

const SUFFIX: Record<ProjectGroup, string> = { offers: "-offer", requests: "-request", rd: "rd-" };

/** The tab a type of proposal stands under. */
export function groupOf(type: ProfileType): ProjectGroup {
  if (type.startsWith(SUFFIX.rd)) return "rd";
  return type.endsWith(SUFFIX.offers) ? "offers" : "requests";
}

/** The types of proposal under one tab, in the order of `PROFILE_TYPES`. */
export function typesOf(group: ProjectGroup): ProfileType[] {
  return PROFILE_TYPES.filter((type) => groupOf(type) === group);
}

/** What the list is narrowed by beside the tabs. */
export const FACETS = {
  sectors: { param: "sector", lists: ["sectors", "sectorGroups"] },
  cities: { param: "city", lists: ["cities", "provinces"] },
} as const satisfies Facets;

/** The filters in an address; what the lists do not know is left out. */
export function readProjectFilters(asked: Asked): ProjectFilters {
  const [type] = [asked.type ?? []].flat();
  return {
    ...readListFilters(asked, FACETS),
    type: PROJECT_GROUPS.find((group) => group === type) ?? null,
  };
}

/** The address of the list with these filters, for links. */
export const projectFilterValues = ({ type, ...filters }: Partial<ProjectFilters>) => ({
  type: type ?? undefined,
  ...listQuery(filters, FACETS),
});
