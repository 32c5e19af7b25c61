import { expect, test } from "vitest";
import { readStored } from "@/lib/entries/stored-entry";
import { searchPatterns } from "@/lib/search/search-words";
import { EVENT } from "./event";
import { searchColumns } from "./search-text";

const event = readStored(EVENT, {
  title: { fr: "Mission d’étude", zh: "考察团" },
  eventKind: "delegation",
  audience: "public",
  place: "saint-priest",
  cities: ["guangzhou", "foshan"],
  sectors: ["energy"],
  topics: [],
});

const { searchPublic } = searchColumns(event);

test.each([
  "étude",
  "Canton",
  "廣州",
  "广州市",
  "guang zhou",
  "gz",
  "fo shan",
  "énergies",
  "energy",
])("an event is found by %s", (q) => {
  expect(
    searchPatterns(q).every((pattern) => searchPublic.includes(pattern.replaceAll("%", ""))),
  ).toBe(true);
});
