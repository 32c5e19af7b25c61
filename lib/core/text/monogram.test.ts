import { expect, test } from "vitest";
import { monogram, TINTS } from "./monogram";

test.each([
  ["赵文琪", "赵"],
  ["𠮷野", "𠮷"],
  ["élise Brun", "É"],
  ["e\u0301lise", "É"],
  ["  (Jean)", "J"],
  ["d’Aubigny", "D"],
  ["ßtefan", "SS"],
  ["3M Lyon", "3"],
  ["—", ""],
  ["", ""],
])("%j is signed %j", (name, sign) => {
  expect(monogram(name, "x")).toMatchObject({ sign });
});

test("a seed has one tint for ever, and seeds have all of them", () => {
  const tints = Array.from({ length: 600 }, (_, at) => {
    const seed = `Vernoux ${at}`;
    const first = monogram("A", seed);
    expect(monogram("赵", seed)).toEqual({ ...first, sign: "赵" });
    return "tint" in first ? first.tint : -1;
  });
  for (let tint = 0; tint < TINTS; tint++) {
    expect(tints.filter((one) => one === tint).length).toBeGreaterThan(50);
  }
});
