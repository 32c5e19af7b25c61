import "server-only";
import { query } from "@/db/client";
import { reasonOf } from "@/db/errors";
import { isOvertaken } from "../errors";
import { log } from "../log";
import type { PlannedTask } from "./planned-task";
import { hasEndedLately, saneCount } from "./sane-share";

/**
 * Does something for each id in turn, `run` telling whether there was anything to do. What is gone or has moved
 * meanwhile (`notFound`, `conflict`) is left out; what goes wrong with one, any other refusal too, is logged and keeps
 * nothing from the others. Gives how many were done and how many went wrong. Of more than a sane share of all that `countAll` finds on the `day` of the run, only the first are done or,
 * when the clock may have jumped, none: throws `AbsurdShare` as `saneCount` does.
 */
export async function oneByOne(
  task: PlannedTask,
  ids: readonly string[],
  run: (id: string) => Promise<boolean>,
  among?: { day: string; countAll: () => Promise<number> },
): Promise<{ done: number; failed: number }> {
  const isClockSeen = (day: string) => query((db) => hasEndedLately(db, task, day));
  const most = among
    ? await saneCount(task, {
        count: ids.length,
        countAll: among.countAll,
        isClockSeen: () => isClockSeen(among.day),
      })
    : ids.length;
  const result = { done: 0, failed: 0 };
  for (const id of ids.slice(0, most)) {
    try {
      if (await run(id)) result.done += 1;
    } catch (error) {
      if (isOvertaken(error)) continue;
      log.error({ event: "job.one-failed", task, id, reason: reasonOf(error) });
      result.failed += 1;
    }
  }
  return result;
}
