import { expect, test } from "vitest";
import { runFilters } from "./schema";

test.each([
  [{}, { task: "", failed: "", page: 1 }],
  [
    { task: "sweep", failed: "yes", page: "2" },
    { task: "sweep", failed: "yes", page: 2 },
  ],
  [
    { task: "send-mail", failed: "no", page: "-1" },
    { task: "", failed: "", page: 1 },
  ],
  [
    { task: ["sweep", "sweep"], page: "x" },
    { task: "", failed: "", page: 1 },
  ],
])("the address %j", (asked, filters) => {
  expect(runFilters.parse(asked)).toEqual(filters);
});
