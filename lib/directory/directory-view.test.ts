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
    { label: "All sectors: 1 member", href: "/en/members?q=xyz" },
  ]);
  expect(empty?.title).toBe(getTranslator("en", "members")("directory.emptyTitle"));
});

test.each([
  ["fr", "Plus de 1\u202f000 membres", "Tous les secteurs\u00a0: plus de 1\u202f000 membres"],
  ["en", "More than 1,000 members", "All sectors: more than 1,000 members"],
  ["zh", "超过1000位会员", "不限行业：超过1000位会员"],
] as const)(
  "so many that they were not counted read on after a colon in %s",
  (locale, count, way) => {
    const filters = readDirectoryFilters({ sector: "energy" });
    const many = { total: 1000, isMore: true } as const;
    const without: MemberList["without"] = [{ filter: "sectors", ...many }];
    const view = toDirectoryView({ ...list, ...many, without }, filters, locale);
    expect([view.count, view.ways[0]?.label]).toEqual([count, way]);
  },
);

test("an empty club does not blame the filters", () => {
  const { empty } = toDirectoryView(list, readDirectoryFilters({}), "zh");
  expect(empty?.text).toBe(getTranslator("zh", "members")("directory.emptyClub"));
});
