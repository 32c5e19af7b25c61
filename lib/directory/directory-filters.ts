import { isReference } from "@/db/reference/lists";
import { type Asked, readPage, readQuery } from "@/lib/search/list-filters";
import type { DirectoryFilters } from "./directory-address";

/** Reads the address; what is not understood is left out, never refused: an old link still opens. */
export function readDirectoryFilters(asked: Asked): DirectoryFilters {
  const all = (name: string) => [asked[name] ?? []].flat();
  const slugs = (name: string, list: "sectors" | "cities") =>
    [...new Set(all(name))].filter((slug) => isReference(list, slug)).sort();
  return {
    q: readQuery(asked),
    sectors: slugs("sector", "sectors"),
    cities: slugs("city", "cities"),
    sort: all("sort")[0] === "recent" ? "recent" : "name",
    page: readPage(asked),
  };
}
