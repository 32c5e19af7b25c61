import { afterEach, expect, test, vi } from "vitest";
import { chooseSlug } from "./slug";

afterEach(() => vi.restoreAllMocks());

/** Marks that are drawn in this order. */
function draw(...marks: string[]) {
  const drawn = vi.spyOn(crypto, "randomUUID");
  for (const mark of marks)
    drawn.mockReturnValueOnce(`${mark.padEnd(8, "0")}-0000-4000-8000-000000000000`);
}

test("an end that somebody has is drawn again", () => {
  draw("3f9a", "77c0", "1b2d");
  const taken = ["fonderie", "fonderie-3f9a", "fonderie-77c0"];
  expect(chooseSlug("activity", "fonderie", taken)).toBe("fonderie-1b2d");
});

test("the address itself is kept where it is free, and a page's own word is not", () => {
  draw("3f9a");
  expect(chooseSlug("activity", "fonderie", ["fonderie-3f9a"])).toBe("fonderie");
  expect(chooseSlug("project", "mine", ["mine-other"])).toBe("mine-3f9a");
});
