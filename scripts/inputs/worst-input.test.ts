import { expect, test } from "vitest";
import { growthOf, type Run, worstOf } from "./measure-cpu";
import { WORST_INPUTS } from "./worst-inputs";

/** A little more than twice a doubling: what grows with the square grows fourfold. */
const MOST_GROWTH = 2.5;

/** Two doublings are measured as one: what else the machine does bends each of them half as much. */
const perDoubling = async (quarter: Run, whole: Run, samples: number) =>
  Math.sqrt(await growthOf(quarter, whole, samples));

test.each(WORST_INPUTS)(
  "twice the worst input costs about twice: $name",
  { timeout: 60_000 },
  async (input) => {
    const { kind } = await worstOf(input);
    const of = input.kinds[kind];
    if (!of) throw new Error(`${input.name} has no inputs`);
    const [quarter, whole] = [await of(Math.floor(input.most / 4)), await of(input.most)];
    // A busy machine is given more samples, never a larger bound.
    let growth = await perDoubling(quarter, whole, 3);
    for (let more = 5; growth > MOST_GROWTH && more <= 20; more *= 2) {
      growth = Math.min(growth, await perDoubling(quarter, whole, more));
    }
    expect(growth, kind).toBeLessThanOrEqual(MOST_GROWTH);
  },
);
