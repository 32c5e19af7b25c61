import { isReference } from "@/db/reference/lists";
import type { DirectoryFilters } from "./directory-address";

type Asked = Record<string, string | string[] | undefined>;

const MAX_QUERY = 100;
const MAX_PAGE = 10_000;

/** Reads the address; what is not understood is left out, never refused: an old link still opens. */
export function readDirectoryFilters(asked: Asked): DirectoryFilters {
  const all = (name: string) => [asked[name] ?? []].flat();
  const slugs = (name: string, list: "sectors" | "cities") =>
    [...new Set(all(name))].filter((slug) => isReference(list, slug)).sort();
  const page = Number(all("page")[0]);
  return {
    q: readable(all("q")[0] ?? ""),
    sectors: slugs("sector", "sectors"),
    cities: slugs("city", "cities"),
    sort: all("sort")[0] === "recent" ? "recent" : "name",
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

function readable(text: string): string {
  return Array.from(
    text
      .toWellFormed()
      .replace(/\p{Cc}/gu, " ")
      .trim(),
  )
    .slice(0, MAX_QUERY)
    .join("")
    .trim();
}
