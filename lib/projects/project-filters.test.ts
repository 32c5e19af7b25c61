import { expect, test } from "vitest";
import { PROFILE_TYPES } from "@/db/enums";
import {
  groupOf,
  PROJECT_GROUPS,
  projectFilterValues,
  readProjectFilters,
  typesOf,
} from "./project-filters";

test("every type stands under one tab", () => {
  expect(Object.fromEntries(PROJECT_GROUPS.map((group) => [group, typesOf(group)]))).toEqual({
    offers: ["business-offer", "technology-offer"],
    requests: ["business-request", "technology-request"],
    rd: ["rd-request"],
  });
  expect(PROFILE_TYPES.map(groupOf)).not.toContain(undefined);
});

test.each([
  [{}, { q: "", type: null, sectors: [], cities: [], page: 1 }],
  [
    { q: " 茶 ", type: "rd", sector: ["energy", "energy", "x"], city: "wuhan", page: "3" },
    { q: "茶", type: "rd", sectors: ["energy"], cities: ["wuhan"], page: 3 },
  ],
  [
    { q: ["a", "b"], type: ["offers"], page: "-1" },
    { q: "a", type: "offers", sectors: [], cities: [], page: 1 },
  ],
  [
    { page: "1e9", type: "__proto__" },
    { q: "", type: null, sectors: [], cities: [], page: 1 },
  ],
  [{ page: "0.5" }, { q: "", type: null, sectors: [], cities: [], page: 1 }],
])("%j asks for", (asked, filters) => {
  expect(readProjectFilters(asked)).toEqual(filters);
});

test("filters become an address and come back the same", () => {
  const filters = { q: "soie", type: "offers" as const, sectors: ["energy"], cities: [], page: 2 };
  const { page, ...values } = projectFilterValues(filters);
  expect(readProjectFilters({ ...values, page: String(page) })).toEqual(filters);
  expect(projectFilterValues({ page: 1, q: "" })).toEqual({
    type: undefined,
    q: undefined,
    sector: undefined,
    city: undefined,
    page: undefined,
  });
});
