import { expect, test } from "vitest";
import { rowVersion } from "@/lib/core/text/fields";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { keyed } from "./life-acts";

const ID = "0196b1e0-0000-7000-8000-000000000001";
const input = keyed(EXPERIENCES, { version: rowVersion });

test("a form names an entry by its kind, verbs by `id`", () => {
  expect(input.parse({ experienceId: ID, version: "3" })).toEqual({ id: ID, version: 3 });
});

test.each([
  { projectId: ID, version: "3" },
  { experienceId: ID, version: "3", id: ID },
  { experienceId: "x", version: "3" },
  { version: "3" },
])("%j is refused", (sent) => {
  expect(input.safeParse(sent).success).toBe(false);
});
