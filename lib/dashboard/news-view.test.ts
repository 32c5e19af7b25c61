import { expect, test } from "vitest";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { NewsItem } from "./news.queries";
import { type News, toNewsView } from "./news-view";

const NOTHING = { total: 0, items: [] };
const NONE: News = {
  ...{ rooms: NOTHING, projects: NOTHING, organisations: NOTHING, activities: NOTHING },
  members: { total: 0, members: [] },
};

const ITEM: NewsItem = {
  to: "/projects/kapok",
  title: { text: "Fibres de kapok", lang: "fr", isFallback: false },
  about: ["Canton"],
  at: new Date("2026-05-04T10:00:00Z"),
  isChanged: false,
};

const linkOf = (item: Partial<NewsItem>, locale: "fr" | "zh" = "fr") =>
  toNewsView({ ...NONE, projects: { total: 1, items: [{ ...ITEM, ...item }] } }, locale).lists[0]
    ?.items[0];

test("a list without news is left out", () => {
  expect(toNewsView(NONE, "fr")).toEqual({ lists: [] });
});

test("a new entry is told by its title, what it is and its day", () => {
  expect(linkOf({})).toEqual({
    href: "/fr/projects/kapok",
    title: "Fibres de kapok",
    facts: ["Canton", "4\u00a0mai 2026"],
  });
});

test("a title in another language tells which, and whoever stands behind the entry is named", () => {
  const by = { text: "赵文琪", isChinese: true, other: null };
  const title = { text: "木棉纤维", lang: "zh", isFallback: true } as const;
  expect(linkOf({ by, title, isChanged: true })).toEqual({
    href: "/fr/projects/kapok",
    title: { text: "木棉纤维", lang: "zh-Hans" },
    changed: "Mise à jour",
    by: { words: { text: "赵文琪", lang: "zh-Hans" } },
    facts: ["Canton", "4\u00a0mai 2026", fallbackLabel("fr", "zh")],
  });
});

test("the way to the others is told where there are more than are shown", () => {
  const { lists } = toNewsView({ ...NONE, projects: { total: 2, items: [ITEM] } }, "zh");
  expect(lists[0]?.all?.href).toBe("/zh/projects");
});
