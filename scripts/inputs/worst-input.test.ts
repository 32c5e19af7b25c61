import { expect, test } from "vitest";
import { growthOf, type Run, worstOf } from "./measure-cpu";
import { WORST_INPUTS } from "./worst-inputs";

/** A little more than twice a doubling: what grows with the square grows fourfold. */
const MOST_GROWTH = 2.5;

/** What takes longer makes so much that it is tidied away on the way, at a size that is chance: a step that more doublings flatten. */
const TIDIED_MS = 10;

/** Several doublings are measured as one: what else the machine does bends each of them less. */
const perDoubling = async (part: Run, whole: Run, doublings: number, samples: number) =>
  (await growthOf(part, whole, samples)) ** (1 / doublings);

test.each(WORST_INPUTS)(
  "twice the worst input costs about twice: $name",
  { timeout: 60_000 },
  async (input) => {
    const { kind, ms } = await worstOf(input);
    const of = input.kinds[kind];
    if (!of) throw new Error(`${input.name} has no inputs`);
    const doublings = ms > TIDIED_MS ? 4 : 2;
    const [part, whole] = [await of(Math.floor(input.most / 2 ** doublings)), await of(input.most)];
    // A busy machine is given more samples, never a larger bound.
    let growth = await perDoubling(part, whole, doublings, 3);
    for (let more = 5; growth > MOST_GROWTH && more <= 20; more *= 2) {
      growth = Math.min(growth, await perDoubling(part, whole, doublings, more));
    }
    expect(growth, kind).toBeLessThanOrEqual(MOST_GROWTH);
  },
);
