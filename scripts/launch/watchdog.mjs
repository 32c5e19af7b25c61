import { warn } from "./log.mjs";

/** A server that a page holds for a moment is left alone; one that misses three in 30 s will not come back by itself. */
const EVERY_MS = 10_000;
const PATIENCE_MS = 8000;
const MISSED = 3;
const GRACE_MS = 5000;

/**
 * Watches a supervised process through an address of its own. Three answers missed in a row, ten seconds apart: it is
 * asked to end, and ended five seconds later when its loop does not even hear that; the supervisor starts it again.
 * Begins when `supervised.ready` has settled and starts counting anew with each process, which is given as long as it
 * needs for its first answer. Gives a function that stops watching.
 */
export function watch(name, supervised, address, times = {}) {
  const { every = EVERY_MS, patience = PATIENCE_MS, grace = GRACE_MS } = times;
  let isStopped = false;
  let timer;
  let watched = null;
  let missed = 0;

  async function look() {
    const since = Date.now();
    const child = supervised.current();
    if (child !== watched) missed = 0;
    const hasAnswered = await answers(address, patience);
    if (isStopped) return;
    if (hasAnswered) {
      watched = child;
      missed = 0;
    } else if (child && child === watched && child === supervised.current()) {
      missed += 1;
    }
    if (missed >= MISSED) end(child);
    timer = setTimeout(look, Math.max(0, every - (Date.now() - since)));
  }

  function end(child) {
    warn(`The ${name} has not answered ${MISSED} times in a row; ending it.`);
    missed = 0;
    watched = null;
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), grace);
    child.once("exit", () => clearTimeout(force));
  }

  supervised.ready.then(
    () => {
      if (!isStopped) timer = setTimeout(look, every);
    },
    () => {},
  );
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function answers(address, patience) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
