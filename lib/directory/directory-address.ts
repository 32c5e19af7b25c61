import type { QueryValues } from "@/lib/core/paths";

/** What the directory's address says. */
export type DirectoryFilters = {
  q: string;
  sectors: string[];
  cities: string[];
  sort: "name" | "recent";
  page: number;
};

/** The same filters as the values of an address; what says nothing is left out. */
export function directoryQuery(filters: DirectoryFilters): QueryValues {
  return {
    q: filters.q || undefined,
    sector: filters.sectors,
    city: filters.cities,
    sort: filters.sort === "name" ? undefined : filters.sort,
    page: filters.page > 1 ? filters.page : undefined,
  };
}
