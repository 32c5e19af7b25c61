import { expect, test } from "vitest";
import { outcomeFilters } from "./schema";

test.each([
  [{}, { kind: "", page: 1 }],
  [
    { kind: "licence", page: "3" },
    { kind: "licence", page: 3 },
  ],
  [
    { kind: "marriage", page: "0" },
    { kind: "", page: 1 },
  ],
  [{ kind: ["licence", "licence"] }, { kind: "", page: 1 }],
])("the address %j", (asked, filters) => {
  expect(outcomeFilters.parse(asked)).toEqual(filters);
});
