import { expect, test } from "vitest";
import { growthOf, worstOf } from "./measure-cpu";
import { WORST_INPUTS } from "./worst-inputs";

/** A little more than twice a doubling: what grows with the square grows fourfold. */
const MOST_GROWTH = 2.5;

/** What takes longer makes so much that it is tidied away on the way, at a size that is chance: a step that more doublings flatten. */
const TIDIED_MS = 10;

/** How many doublings are measured as one, and how often: a busy machine is given more samples, never a larger bound. */
const tries = (ms: number) =>
  [3, 5, 10, 20].flatMap((samples) =>
    (ms > TIDIED_MS ? [2, 4] : [2]).map((doublings) => ({ samples, doublings })),
  );

test.each(WORST_INPUTS)(
  "twice the worst input costs about twice: $name",
  { timeout: 60_000 },
  async (input) => {
    const { kind, ms } = await worstOf(input);
    const of = input.kinds[kind];
    if (!of) throw new Error(`${input.name} has no inputs`);
    const whole = await of(input.most);
    let growth = Number.POSITIVE_INFINITY;
    for (const { samples, doublings } of tries(ms)) {
      if (growth <= MOST_GROWTH) break;
      const part = await of(Math.floor(input.most / 2 ** doublings));
      // Several doublings as one: what else the machine does bends each of them less.
      growth = Math.min(growth, (await growthOf(part, whole, samples)) ** (1 / doublings));
    }
    expect(growth, kind).toBeLessThanOrEqual(MOST_GROWTH);
  },
);
