import { activityQuery, readActivityFilters } from "@/lib/activities/activity-filters";
import { path, type QueryValues } from "@/lib/core/paths";
import { directoryQuery } from "@/lib/directory/directory-address";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { projectFilterValues, readProjectFilters } from "@/lib/projects/project-filters";
import type { Asked } from "@/lib/search/list-filters";

/** The lists whose searches are kept, as their addresses are called. */
const SEARCHED_LISTS = ["members", "projects", "activities"] as const;

export type SearchedList = (typeof SEARCHED_LISTS)[number];

/** A search as it is kept: its list, and what its address asks for (`q=soie&sector=energy`), without order and page. */
export type Search = { list: SearchedList; asked: string };

/** So many searches one account keeps, each under a name of so many characters. */
export const MOST_SEARCHES = 20;
export const SEARCH_NAME_MAX = 80;

/** What of an address its list understands, without order and page. */
const UNDERSTOOD: Record<SearchedList, (asked: Asked) => QueryValues> = {
  members: (asked) => directoryQuery({ ...readDirectoryFilters(asked), sort: "name", page: 1 }),
  projects: (asked) => projectFilterValues({ ...readProjectFilters(asked), page: 1 }),
  activities: (asked) =>
    activityQuery({ ...readActivityFilters(asked), sort: "confirmed", page: 1 }),
};

/** What a search asks for, by the names of its address. */
export function askedIn(asked: string): Asked {
  const values = new URLSearchParams(asked);
  return Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]));
}

/** The search that an address of a list without its language (`/projects?q=soie`) holds; null for another page, or where it asks for nothing. */
export function readSearch(address: string): Search | null {
  const [to = "", query = ""] = address.split("?");
  const list = SEARCHED_LISTS.find((one) => to === `/${one}`);
  if (!list) return null;
  const [, asked = ""] = path("fr", to, UNDERSTOOD[list](askedIn(query))).split("?");
  return asked === "" ? null : { list, asked };
}

/** The page of a search, without language. */
export const searchAddress = ({ list, asked }: Search) => `/${list}?${asked}`;
