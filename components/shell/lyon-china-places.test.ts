import { expect, test } from "vitest";
import { isReference } from "@/db/reference/lists";
import { TALL, WIDE } from "./lyon-china-places";

test("every place of the drawing is a city that somebody can name", () => {
  const drawn = Object.keys({ ...WIDE.places, ...TALL.places });
  expect(drawn).toContain("guangzhou");
  expect(drawn.filter((slug) => !isReference("cities", slug))).toEqual([]);
});
