import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { markResting } from "@/db/request-mark";

/** What is answered about an address takes this long, whether it is known or not. */
const ANSWER_MS = 600;

/** Holds an answer back until it has taken as long as any other; `since` as of `performance.now()`. */
export function answerEvenly(
  since: number,
  { afterCommit }: { afterCommit: (step: () => Promise<void>) => void },
): void {
  afterCommit(() => {
    markResting();
    return sleep(Math.max(0, since + ANSWER_MS - performance.now()));
  });
}
