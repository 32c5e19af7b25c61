import { isReference } from "@/db/reference/lists";
import type { QueryValues } from "@/lib/core/paths";
import { isSlug } from "@/lib/core/text/slug";
import { type Asked, oneOf, readPage, readQuery } from "@/lib/search/list-filters";

export const STATES = ["running", "ended"] as const;

/** What the address of the list asks for: one of each at most; `page` counts from 1. */
export type CooperationFilters = {
  kind: string;
  state: (typeof STATES)[number] | "";
  /** The address of an organisation. */
  party: string;
  /** Where a party stands. */
  city: string;
  q: string;
  page: number;
};

/** Nothing is asked for. */
export const NO_FILTERS: CooperationFilters = {
  ...{ kind: "", state: "", party: "", city: "", q: "" },
  page: 1,
};

/** The filters in an address; what no list knows is left out. */
export function readCooperationFilters(asked: Asked): CooperationFilters {
  return {
    kind: oneOf(asked, "kind", (slug) => isReference("cooperationKinds", slug)),
    state: STATES.find((state) => state === asked.state) ?? "",
    party: oneOf(asked, "party", isSlug),
    city: oneOf(
      asked,
      "city",
      (slug) => isReference("cities", slug) || isReference("lyonPlaces", slug),
    ),
    q: readQuery(asked),
    page: readPage(asked),
  };
}

/** Whether it is the whole list that is asked for. */
export const isWhole = (filters: CooperationFilters): boolean =>
  Object.entries(NO_FILTERS).every(([name, value]) => filters[name as "q"] === value);

/** The address of the list with these filters; the first page has no number. */
export const cooperationQuery = ({ page, ...filters }: CooperationFilters): QueryValues => ({
  ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)),
  page: page > 1 ? page : undefined,
});
