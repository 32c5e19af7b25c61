import { setTimeout as sleep } from "node:timers/promises";
import { isLostRace, staleText } from "./errors";

const MOST_RETRIES = 3;
const SHORTEST_PAUSE_MS = 10;

/**
 * Runs a transaction, and anew from its beginning when the server ended it for another one's sake (a deadlock, a
 * serialisation that failed) or for a plan that a migration made stale: at most three times, after a pause of chance length
 * that grows.
 */
export async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await run();
    } catch (error) {
      const mayWork = isLostRace(error) || staleText(error) !== null;
      if (!mayWork || retries === MOST_RETRIES) throw error;
      await sleep(SHORTEST_PAUSE_MS * 2 ** retries * (1 + Math.random()));
    }
  }
}
