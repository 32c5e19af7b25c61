import { PROFILE_TYPES, type ProfileType } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";

/** The tabs of the project list. */
export const PROJECT_GROUPS = ["offers", "requests", "rd"] as const;

export type ProjectGroup = (typeof PROJECT_GROUPS)[number];

export const PROJECTS_PER_PAGE = 24;

/**
 * What the address of the list asks for; `type` is null for all tabs, `page` counts from 1. Among the sectors may be
 * groups of them, among the cities divisions.
 */
export type ProjectFilters = {
  q: string;
  type: ProjectGroup | null;
  sectors: string[];
  cities: string[];
  page: number;
};

/** Nothing is asked for. */
export const NO_FILTERS: ProjectFilters = { q: "", type: null, sectors: [], cities: [], page: 1 };

const SUFFIX: Record<ProjectGroup, string> = { offers: "-offer", requests: "-request", rd: "rd-" };

/** The tab a type of proposal stands under. */
export function groupOf(type: ProfileType): ProjectGroup {
  if (type.startsWith(SUFFIX.rd)) return "rd";
  return type.endsWith(SUFFIX.offers) ? "offers" : "requests";
}

export function typesOf(group: ProjectGroup): ProfileType[] {
  return PROFILE_TYPES.filter((type) => groupOf(type) === group);
}

type Asked = Record<string, string | string[] | undefined>;

/** The filters in an address; what the lists do not know is left out. */
export function readProjectFilters(asked: Asked): ProjectFilters {
  const all = (name: string) => [asked[name] ?? []].flat();
  const known = (lists: readonly ReferenceList[], name: string) =>
    [...new Set(all(name))].filter((slug) => lists.some((list) => isReference(list, slug)));
  const type = all("type")[0];
  const page = Number(all("page")[0]);
  return {
    q: (all("q")[0] ?? "").trim().slice(0, 200),
    type: PROJECT_GROUPS.find((group) => group === type) ?? null,
    sectors: known(["sectors", "sectorGroups"], "sector"),
    cities: known(["cities", "provinces"], "city"),
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  };
}

/** The address of the list with these filters, for links; the first page has no number. */
export function projectFilterValues(filters: Partial<ProjectFilters>) {
  const { q, type, sectors, cities, page = 1 } = filters;
  return {
    type: type ?? undefined,
    q: q || undefined,
    sector: sectors,
    city: cities,
    page: page > 1 ? page : undefined,
  };
}
