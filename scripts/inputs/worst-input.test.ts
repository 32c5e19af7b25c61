import { afterEach, expect, test, vi } from "vitest";
import { growthToMost, worstOf } from "./measure-cpu";
import { WORST_INPUTS } from "./worst-inputs";

/** A little more than twice a doubling: what grows with the square grows fourfold. */
const MOST_GROWTH = 2.5;

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(WORST_INPUTS)(
  "twice the worst input costs about twice: $name",
  { timeout: 60_000 },
  async (input) => {
    const { kind } = await worstOf(input);
    const of = input.kinds[kind];
    if (!of) throw new Error(`${input.name} has no inputs`);
    expect(await growthToMost(of, input.most, MOST_GROWTH), kind).toBeLessThanOrEqual(MOST_GROWTH);
  },
);

/** Goes through all of a text for each so many of its letters. */
const again = (text: string, every: number) => {
  let met = 0;
  for (let at = 0; at < text.length; at += every)
    for (let from = 0; from < text.length; from++) met += text.charCodeAt(from) & 1;
  return met;
};

test.each([
  ["for each letter", 1, 1_000],
  ["for one letter of a hundred", 100, 16_000],
])(
  "what goes through all of its text %s is told from what does so once",
  async (_, every, most) => {
    const square = (size: number) => () => again("a".repeat(size), every);
    const once = (size: number) => () => again("a".repeat(size), size);
    expect(await growthToMost(square, most, MOST_GROWTH)).toBeGreaterThan(3);
    expect(await growthToMost(once, most, MOST_GROWTH)).toBeLessThanOrEqual(MOST_GROWTH);
  },
);

test("what a slow clock costs is not taken for what is read", async () => {
  const clock = process.cpuUsage.bind(process);
  vi.spyOn(process, "cpuUsage").mockImplementation((since) => {
    const until = performance.now() + 0.05;
    while (performance.now() < until);
    return clock(since);
  });
  const square = (size: number) => () => again("a".repeat(size), 1);
  expect(await growthToMost(square, 1_000, MOST_GROWTH)).toBeGreaterThan(3);
});
