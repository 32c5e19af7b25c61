/** Runs a thing until the clock of this process has moved enough to be read, and gives CPU milliseconds of one run. */
export async function cpuOf(run: () => unknown, leastMs = 8): Promise<number> {
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

/**
 * How many times the CPU time grows from one run to the other: the least of several of each, taken in turn, since
 * whatever else the machine does can only add.
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
