import { expect, test } from "vitest";
import { boundedMap } from "./bounded-map.mjs";

const left = (map) => ["a", "b", "c", "d"].filter((key) => map.get(key) !== undefined).join("");

test.each([
  ["of too many the one not asked for longest goes", 2, 100, [1, 1, 1], "ac"],
  ["of too large ones as many as it takes", 9, 10, [4, 4, 9], "c"],
  ["what is larger than all may be is not kept", 9, 10, [1, 1, 11], ""],
])("%s", (_name, entries, bytes, [a, b, c], expected) => {
  const map = boundedMap(entries, bytes);
  map.set("a", "A", a);
  map.set("b", "B", b);
  map.get("a");
  map.set("c", "C", c);
  expect(left(map)).toBe(expected);
});

test("what takes the place of another frees its bytes", () => {
  const map = boundedMap(9, 10);
  for (let turn = 0; turn < 5; turn += 1) map.set("a", turn, 6);
  map.set("b", "B", 4);
  expect([map.get("a"), map.get("b")]).toEqual([4, "B"]);
});
