import { describe, expect, test } from "vitest";
import { path } from "@/lib/core/paths";
import { activityQuery, NO_FILTERS, readActivityFilters } from "./activity-filters";

describe("readActivityFilters", () => {
  test("an empty address asks for everything", () => {
    expect(readActivityFilters({})).toEqual(NO_FILTERS);
  });

  test("keeps what the lists know, once each, and leaves out the rest", () => {
    const filters = readActivityFilters({
      q: "  soie\u0000 ",
      kind: ["sourcing", "export", "sourcing", "spying"],
      direction: ["both", "up"],
      stage: "operating",
      sector: ["energy", "'; drop table"],
      city: ["guangzhou", "atlantis", "__proto__"],
      sort: "organisation",
      page: "3",
    });
    expect(filters).toEqual({
      q: "soie",
      kinds: ["export", "sourcing"],
      directions: ["both"],
      stages: ["operating"],
      sectors: ["energy"],
      cities: ["guangzhou"],
      sort: "organisation",
      page: 3,
    });
  });

  test.each(["0", "-1", "1.5", "abc", "99999999", ""])("page %s is the first", (page) => {
    expect(readActivityFilters({ page }).page).toBe(1);
  });

  test("an unknown order is the usual one", () => {
    expect(readActivityFilters({ sort: "random()" }).sort).toBe("confirmed");
  });
});

test("an address that is read and written again is the same", () => {
  const asked = {
    q: "茶",
    kind: ["export", "sourcing"],
    direction: ["both"],
    stage: ["exited"],
    sector: ["energy"],
    city: ["ningbo", "wuhan"],
    sort: "organisation",
    page: "2",
  };
  const address = path("zh", "/activities", activityQuery(readActivityFilters(asked)));
  const again = new URL(address, "http://localhost").searchParams;
  expect(Object.fromEntries([...again.keys()].map((key) => [key, again.getAll(key)]))).toEqual(
    Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, [value].flat()])),
  );
  expect(path("fr", "/activities", activityQuery(NO_FILTERS))).toBe("/fr/activities");
});
