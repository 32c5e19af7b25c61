import { DeadlinePassed } from "./errors";

/** Gives back a place. */
export type Release = () => void;

/** Of how many of the latest places the pace is that of, by and large. */
const LATEST = 16;

/**
 * At most `size` at a time, first come first served. Refused with `DeadlinePassed` is whoever waits longer than `patienceMs`,
 * and at once whoever would: at the pace at which places came free, since somebody has waited for one.
 */
export function createSemaphore(
  size: number,
  patienceMs: number,
  now = () => performance.now(),
): () => Promise<Release> {
  const waiting = new Set<(release: Release) => void>();
  let free = size;
  /** Unknown, and nobody is refused by it, until places have come free to somebody who waited. */
  let paceMs = 0;
  let latest = 0;

  function release() {
    const [next] = waiting;
    if (!next) {
      free += 1;
      if (free === size) paceMs = 0;
      return;
    }
    const freed = now();
    paceMs += (freed - latest - paceMs) / LATEST;
    latest = freed;
    waiting.delete(next);
    next(release);
  }

  return function take() {
    if (free > 0) {
      free -= 1;
      return Promise.resolve(release);
    }
    if (waiting.size === 0) latest = now();
    if ((waiting.size + 1) * paceMs > patienceMs)
      return Promise.reject(new DeadlinePassed("no place would become free in time"));
    return new Promise((resolve, reject) => {
      const refuse = setTimeout(() => {
        waiting.delete(admit);
        reject(new DeadlinePassed("no place became free in time"));
      }, patienceMs);
      const admit = (granted: Release) => {
        clearTimeout(refuse);
        resolve(granted);
      };
      waiting.add(admit);
    });
  };
}
