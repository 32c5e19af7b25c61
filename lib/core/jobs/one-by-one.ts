import "server-only";
import { reasonOf } from "@/db/errors";
import { AppError } from "../errors";
import { log } from "../log";
import type { PlannedTask } from "./planned-task";
import { requireSaneShare } from "./sane-share";

/**
 * Does something for each id in turn, `run` telling whether there was anything to do. What is refused (`AppError`) is
 * left out; what goes wrong with one is logged and keeps nothing from the others. Gives how many were done and how many
 * went wrong. Throws `AbsurdShare`, with nothing done, when the ids are too many of all that `countAll` finds.
 */
export async function oneByOne(
  task: PlannedTask,
  ids: readonly string[],
  run: (id: string) => Promise<boolean>,
  countAll?: () => Promise<number>,
): Promise<{ done: number; failed: number }> {
  if (countAll) await requireSaneShare(task, ids.length, countAll);
  const result = { done: 0, failed: 0 };
  for (const id of ids) {
    try {
      if (await run(id)) result.done += 1;
    } catch (error) {
      if (error instanceof AppError) continue;
      log.error({ event: "job.one-failed", task, id, reason: reasonOf(error) });
      result.failed += 1;
    }
  }
  return result;
}
