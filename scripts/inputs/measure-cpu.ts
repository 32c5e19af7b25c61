/** What is measured of one input: made beforehand, so that only the reading counts. */
export type Run = () => unknown;

/** A function that reads what strangers or members send, and kinds of inputs that might cost it most. */
export type WorstInput = {
  /** The function, by the name it is exported under. */
  name: string;
  /** The most that reaches it: UTF-16 units of a text, bytes of a file, fields of a form, pixels of a picture. */
  most: number;
  /** An input of so much, ready to be read. */
  kinds: Record<string, (size: number) => Run | Promise<Run>>;
};

/**
 * Runs a thing until the clock of this process has moved enough to be read, and gives CPU milliseconds of one run. The
 * clock is read after one, two, four and so on: reading it may cost more than a run does.
 */
async function cpuOf(run: () => unknown, leastMs = 6): Promise<number> {
  let runs = 0;
  let spent = 0;
  const start = process.cpuUsage();
  for (let batch = 1; spent < leastMs; batch *= 2) {
    for (let turn = 0; turn < batch; turn++) await run();
    runs += batch;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1000;
  }
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
async function growthOf(
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

/** How many doublings are measured as one, and how often: a busy machine is given more samples, never a larger bound. */
const TRIES = [3, 5, 10, 20].flatMap((samples) =>
  [2, 4].map((doublings) => ({ samples, doublings })),
);

/**
 * How many times the CPU time grows when an input becomes twice as large, up to the most that reaches its function: the
 * least of some tries, which end once it is within a bound. Several doublings are measured as one: what else the machine
 * does bends each of them less, and so does tidying away, a step at a size that is chance.
 */
export async function growthToMost(
  of: WorstInput["kinds"][string],
  most: number,
  bound: number,
): Promise<number> {
  const whole = await of(most);
  let growth = Number.POSITIVE_INFINITY;
  for (const { samples, doublings } of TRIES) {
    if (growth <= bound) break;
    const part = await of(Math.floor(most / 2 ** doublings));
    growth = Math.min(growth, (await growthOf(part, whole, samples)) ** (1 / doublings));
  }
  return growth;
}
