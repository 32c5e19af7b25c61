import { expect, test } from "vitest";
import { path } from "@/lib/core/paths";
import { directoryQuery } from "./directory-address";
import { readDirectoryFilters } from "./directory-filters";

const none = { q: "", sectors: [], cities: [], sort: "name", page: 1 };

test.each<[Record<string, string | string[] | undefined>, Partial<typeof none> | object]>([
  [{}, {}],
  [
    { q: "  soie  ", page: "2", sort: "recent" },
    { q: "soie", page: 2, sort: "recent" },
  ],
  [{ sector: ["energy", "agrifood", "energy"] }, { sectors: ["agrifood", "energy"] }],
  [{ sector: "alchemy", city: ["guangzhou", "' or 1=1"] }, { cities: ["guangzhou"] }],
  [{ page: "-1", sort: "random" }, {}],
  [{ page: "1e99", q: ["a", "b"] }, { q: "a" }],
  [{ q: "a\0b\ud800" }, { q: "a b\ufffd" }],
  [{ q: "𠮷".repeat(150) }, { q: "𠮷".repeat(100) }],
])("%j", (asked, expected) => {
  expect(readDirectoryFilters(asked)).toEqual({ ...none, ...expected });
});

test("the address says what is chosen and nothing else", () => {
  const filters = readDirectoryFilters({ q: "soie", city: ["guangzhou", "shanghai"], page: "1" });
  expect(path("fr", "/members", directoryQuery(filters))).toBe(
    "/fr/members?q=soie&city=guangzhou&city=shanghai",
  );
});
