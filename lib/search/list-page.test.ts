import { expect, test } from "vitest";
import { NO_FILTERS } from "@/lib/experiences/experience-filters";
import { toExperienceListView } from "@/lib/experiences/experience-list-view";
import { readListFilters } from "./list-filters";

const NOTHING = {
  ...{ cards: [], total: 0, page: 1, pageCount: 1, isCut: false },
  counts: new Map([["topics:exit", 3] as const]),
};

const pageOf = (filters: Partial<typeof NO_FILTERS>, without: object[] = []) =>
  toExperienceListView({ ...NOTHING, without } as Parameters<typeof toExperienceListView>[0], {
    filters: { ...NO_FILTERS, ...filters },
    ...{ isMember: true, locale: "en" },
  });

test("an empty list says which filter to let go, and what that would give", () => {
  const page = pageOf({ q: "tea", topics: ["exit"], page: 2 }, [
    { filter: "q", total: 3 },
    { filter: "topics", total: 200, isMore: true },
  ]);
  expect(page.ways).toEqual([
    { label: "Without “tea”: 3 experiences", href: "/en/experiences?topic=exit" },
    { label: expect.stringMatching(/more than 200 experiences/), href: "/en/experiences?q=tea" },
  ]);
  expect(page.chips.map(({ href }) => href)).toEqual([
    "/en/experiences?topic=exit",
    "/en/experiences?q=tea",
  ]);
  expect(page.clearHref).toBe("/en/experiences");
  expect(page.empty?.title).not.toBe(pageOf({}).empty?.title);
});

test("an address asks for no more than its reader sees", () => {
  const facets = { topics: { param: "topic", lists: ["experienceTopics"] } } as const;
  const asked = { topic: ["exit", "exit", "x"], q: ` ${"a".repeat(300)}`, page: "1e9" };
  expect(readListFilters(asked, facets)).toEqual({
    ...{ topics: ["exit"], q: "a".repeat(200), page: 1 },
  });
  expect(readListFilters<"topics">(asked, facets, []).topics).toEqual([]);
});
