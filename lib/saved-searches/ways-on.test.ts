import { expect, test } from "vitest";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { ListPage } from "@/lib/core/list-view";
import { withWaysOn } from "./ways-on";

const viewer: Viewer = viewerWith({ accountId: "a", memberId: "m" });

const found: ListPage = {
  count: "Aucun membre",
  page: 1,
  pageCount: 1,
  href: "/fr/members?q=soierie&city=canton",
  q: "soierie",
  facets: [],
  chips: [
    { label: "« soierie »", href: "/fr/members?city=canton" },
    { label: "Canton", href: "/fr/members?q=soierie" },
  ],
  clearHref: "/fr/members",
  ways: [{ label: "Sans Canton", href: "/fr/members?q=soierie" }],
  empty: null,
};
const emptied = { ...found, empty: { title: "Aucun membre", text: "" } };

const ways = (view: ListPage, by: Viewer | null = viewer) =>
  withWaysOn(view, by, "fr").ways.map(({ href }) => href);

test("a search can be kept under the name of its filters, by whoever may write", () => {
  const address = new URL(withWaysOn(found, viewer, "fr").keep?.href ?? "", "https://club.test");
  expect(address.pathname).toBe("/fr/account/kept/search");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    of: "/members?q=soierie&city=canton",
    name: "« soierie » · Canton",
  });
  expect(withWaysOn({ ...found, chips: [] }, viewer, "fr")).not.toHaveProperty("keep");
  for (const reader of [null, { ...viewer, status: "lapsed" as const }]) {
    expect(withWaysOn(found, reader, "fr")).toBe(found);
  }
});

test("where nothing is found the club is asked last, with the words that found nothing", () => {
  expect(ways(emptied)).toEqual(["/fr/members?q=soierie", "/fr/ask?q=soierie"]);
  expect(ways({ ...emptied, q: "" }).at(-1)).toBe("/fr/ask");
  expect(ways(found)).toEqual(["/fr/members?q=soierie"]);
});

test("a club account, which asks nothing, is not led to ask", () => {
  expect(ways(emptied, { ...viewer, memberId: null })).toEqual(["/fr/members?q=soierie"]);
});
