import { expect, test } from "vitest";
import { INTEREST_STATES } from "@/db/enums";
import { GROUP_STATES, interestQuery, readInterestFilters } from "./interest-groups";

test("each state stands in one group", () => {
  expect(Object.values(GROUP_STATES).flat().sort()).toEqual([...INTEREST_STATES].sort());
});

test.each([
  [{}, { side: "received", group: null, page: 1 }],
  [
    { side: "sent", group: "new", page: "3" },
    { side: "sent", group: "new", page: 3 },
  ],
  [
    { side: "both", group: ["new"], page: "-1" },
    { side: "received", group: null, page: 1 },
  ],
] as const)("%o", (params, filters) => {
  expect(readInterestFilters(params as Record<string, string>)).toEqual(filters);
});

test("the start has a bare address", () => {
  const query = interestQuery({ side: "received", group: null, page: 1 });
  expect(Object.values(query).filter(Boolean)).toEqual([]);
  expect(interestQuery({ side: "sent", group: "ended", page: 2 })).toEqual({
    side: "sent",
    group: "ended",
    page: 2,
  });
});
