import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { readDirectoryFilters } from "./directory-filters";
import { toDirectoryView } from "./directory-view";
import type { MemberList } from "./queries";

const list: MemberList = {
  total: 0,
  page: 1,
  pageCount: 1,
  members: [],
  sectors: [{ value: "energy", label: "Énergie", count: 0 }],
  cities: [],
  without: [],
};

test("each filter in force can be taken away, and leads to the first page", () => {
  const filters = readDirectoryFilters({ q: "soie", sector: "energy", page: "3" });
  const view = toDirectoryView({ ...list, total: 80, page: 3, pageCount: 4 }, filters, "fr");
  expect(view.chips.map(({ href }) => href)).toEqual([
    "/fr/members?sector=energy",
    "/fr/members?q=soie",
  ]);
  expect(view.count).toBe("80 membres");
  expect(view.empty).toBeNull();
});

test("an empty result says what to let go and how many that would show", () => {
  const filters = readDirectoryFilters({ q: "xyz", sector: "energy" });
  const without: MemberList["without"] = [
    { filter: "q", total: 5 },
    { filter: "sectors", total: 1 },
  ];
  const { ways, empty } = toDirectoryView({ ...list, without }, filters, "en");
  expect(ways).toEqual([
    { label: "Without “xyz”: 5 members", href: "/en/members?sector=energy" },
    { label: "Without the sectors: 1 member", href: "/en/members?q=xyz" },
  ]);
  expect(empty?.title).toBe(getTranslator("en", "members")("directory.emptyTitle"));
});

test("an empty club does not blame the filters", () => {
  const { empty } = toDirectoryView(list, readDirectoryFilters({}), "zh");
  expect(empty?.text).toBe(getTranslator("zh", "members")("directory.emptyClub"));
});
