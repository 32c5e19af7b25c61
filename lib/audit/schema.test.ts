import { expect, test } from "vitest";
import { trailFilters } from "./schema";

const empty = { name: "", actor: "", title: "", subject: "", from: "", to: "", page: 1 };

test.each([
  [{}, empty],
  [{ from: "2026-02-30", to: "hier" }, empty],
  [{ subject: "1 or 1=1", page: "many" }, empty],
  [
    { from: "2026-11-01", page: "2" },
    { ...empty, from: "2026-11-01", page: 2 },
  ],
  [
    { actor: [" x "], name: " project.submitted " },
    { ...empty, name: "project.submitted" },
  ],
])("%j", (asked, filters) => {
  expect(trailFilters.parse(asked)).toEqual(filters);
});
