import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/** Every task that an act causes, with what it is given; those that run at their hour are in scripts/planned-jobs.ts. */
export type Tasks = {
  "send-mail": { mailId: string };
};

/**
 * Queues a job in the transaction that causes it: it exists only if that commits. `runAt` delays it; a job that
 * waits under the same `jobKey` is replaced. The worker runs each job once and tries again when it fails.
 */
export async function queueJob<Task extends keyof Tasks>(
  tx: Transaction,
  task: Task,
  payload: Tasks[Task],
  options: { runAt?: Date; jobKey?: string } = {},
): Promise<void> {
  const runAt = options.runAt?.toISOString() ?? null;
  const jobKey = options.jobKey ?? null;
  await tx.execute(
    sql`select club_queue_job(${task}, ${JSON.stringify(payload)}::json, ${runAt}::timestamptz, ${jobKey})`,
  );
}
