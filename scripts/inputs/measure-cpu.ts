import type { WorstInput } from "./worst-inputs";

/** Runs a thing until the clock of this process has moved enough to be read, and gives CPU milliseconds of one run. */
async function cpuOf(run: () => unknown, leastMs = 6): Promise<number> {
  let runs = 0;
  let spent = 0;
  const start = process.cpuUsage();
  do {
    await run();
    runs++;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1000;
  } while (spent < leastMs);
  return spent / runs;
}

/** The kind of input that costs a function most at its limit, and its CPU milliseconds, the least of a few samples. */
export async function worstOf(input: WorstInput): Promise<{ kind: string; ms: number }> {
  let worst = { kind: "", ms: -1 };
  for (const [kind, of] of Object.entries(input.kinds)) {
    const run = await of(input.most);
    const ms = Math.min(await cpuOf(run, 1), await cpuOf(run, 1));
    if (ms > worst.ms) worst = { kind, ms };
  }
  return worst;
}

/**
 * How many times the CPU time grows from one run to the other: the least of several samples of each, taken in turn,
 * since whatever else the machine does can only add.
 */
export async function growthOf(
  small: () => unknown,
  large: () => unknown,
  samples: number,
): Promise<number> {
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let sample = 0; sample < samples; sample++) {
    least.small = Math.min(least.small, await cpuOf(small));
    least.large = Math.min(least.large, await cpuOf(large));
  }
  return least.large / least.small;
}
