import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { drawSwatch } from "./draw-swatch";
import { MOST_SEED, readSwatch, swatchHref, swatchOfWord, type Weave } from "./swatch";

const WEAVES: Weave[] = ["lyon", "china", "both", "threads"];

/** Seeds all over what may be one. */
const seeds = (count: number) =>
  Array.from({ length: count }, (_, index) => Math.floor((index * MOST_SEED) / (count - 1)));

describe.each(WEAVES)("a swatch of %s", (weave) => {
  test("is never the same as another", () => {
    const drawn = new Set(seeds(10_000).map((seed) => drawSwatch({ weave, seed })));
    expect(drawn.size).toBe(10_000);
  });

  test("weighs 600 bytes at most, and 24 of them 14 KB", () => {
    const bytes = seeds(400).map((seed) => gzipSync(drawSwatch({ weave, seed })).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(600);
    expect(24 * Math.max(...bytes)).toBeLessThanOrEqual(14 * 1024);
  });

  test("holds shapes, and nothing that runs or is fetched", () => {
    for (const seed of seeds(200)) {
      const svg = drawSwatch({ weave, seed });
      const names = [...svg.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name);
      expect(new Set([...names, ...PARTS])).toEqual(new Set(PARTS));
      expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
        /\/\/|\son\w+=|NaN|undefined/,
      );
      for (const [, href] of svg.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#[a-z]+$/);
    }
  });
});

const PARTS = ["svg", "style", "pattern", "g", "path", "use", "rect", "ellipse"];

test("what browsers keep for ever is drawn as it was: a changed drawing needs a new letter", () => {
  const all = WEAVES.flatMap((weave) => seeds(50).map((seed) => drawSwatch({ weave, seed })));
  expect(createHash("sha256").update(all.join("\n")).digest("hex").slice(0, 16)).toBe(
    "e98061f417ebacdd",
  );
});

test("an address is read as what it was made of, and nothing else is one", () => {
  for (const weave of WEAVES) {
    for (const seed of [0, 1, 35, 36, MOST_SEED]) {
      const name = swatchHref({ weave, seed }).split("/").at(-1) ?? "";
      expect(readSwatch(name)).toEqual({ weave, seed });
    }
  }
  const junk = [
    "l",
    "l.svg",
    "x1.svg",
    "l01.svg",
    "l1.svg.svg",
    "L1.svg",
    "l1.SVG",
    "l-1.svg",
    "lzzzzzz.svg",
  ];
  for (const name of [
    ...junk,
    "l1.png",
    "l1.5.svg",
    "l1234567.svg",
    "",
    "l1.svg\n",
    `l${"1".repeat(9999)}.svg`,
  ]) {
    expect(readSwatch(name)).toBeNull();
  }
});

test("each word of a list has a swatch of its own", () => {
  const words = Array.from({ length: 5000 }, (_, index) => `sector-${index}`);
  const all = new Set(words.map((word) => swatchHref(swatchOfWord(word))));
  expect(all.size).toBe(5000);
  expect(readSwatch([...all][0]?.split("/").at(-1) ?? "")).toEqual(swatchOfWord("sector-0"));
});
