import { DeadlinePassed } from "./errors";

/** Gives back a place. */
export type Release = () => void;

/**
 * At most `size` at a time, first come first served; whoever waits longer than `patienceMs` is refused with
 * `DeadlinePassed`.
 */
export function createSemaphore(size: number, patienceMs: number): () => Promise<Release> {
  const waiting = new Set<(release: Release) => void>();
  let free = size;

  function release() {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next(release);
  }

  return function take() {
    if (free > 0) {
      free -= 1;
      return Promise.resolve(release);
    }
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
