import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Locale } from "../i18n/locales";

/** Every task that an act causes, with what it is given; those that run at their hour are in scripts/planned-jobs.ts. */
export type Tasks = {
  "send-mail": { mailId: string };
  /** What was written in a room; the other one, in an interest or an introduction. */
  "translate-message": { messageId: string; locale: Locale };
  "translate-words": (
    | { interestId: string; piece: string }
    | { introductionId: string; readerId: string }
  ) & { locale: Locale };
  "draw-share-picture": { to: string; locale: Locale };
  "draw-dues-pdf": { documentId: string };
  "run-import": { importId: string };
  "undo-import": { importId: string };
  "send-mailing": { mailingId: string };
  /** Offers that ran out, places that came free (`erased`: with their person), and those who were registered for what is cancelled. */
  "settle-event": { eventId: string; erased?: number };
  /** Those who were named before it came online. */
  "tell-event-people": { eventId: string };
  /** To those who are registered: what was so `before`, from one turn on. */
  "tell-event-change": { eventId: string; before: unknown; after: number };
  /** What whoever keeps it wrote (`by`) to those who have a place, from one turn on. */
  "tell-event-words": { eventId: string; by: string; words: string; after: number };
  /** To those of an import, or to all, who have none; or once more to those who did not come. */
  "send-links": { by: string; importId: string | null; again: boolean };
};

/** Which of the jobs that are due comes first, the lowest: what somebody waits for (a code), what tells them something, the rest. */
export const PRIORITY = { awaited: 0, told: 5, rest: 10 } as const;

type JobOptions = { runAt?: Date; jobKey?: string; queue?: string; priority?: number };

/**
 * Queues a job in the transaction that causes it: it exists only if that commits. `runAt` delays it; a job that
 * waits under the same `jobKey` is replaced. Of one `queue` one runs at a time; a higher `priority` comes later
 * (`awaited` without). The worker runs each job once and tries again when it fails.
 */
export const queueJob = <Task extends keyof Tasks>(
  tx: Transaction,
  task: Task,
  payload: Tasks[Task],
  options: JobOptions = {},
): Promise<void> => queueJobs(tx, task, [payload], options);

/** The same of several at once, in their order. */
export async function queueJobs<Task extends keyof Tasks>(
  tx: Transaction,
  task: Task,
  payloads: readonly Tasks[Task][],
  options: JobOptions = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const runAt = options.runAt?.toISOString() ?? null;
  const { jobKey = null, queue = null, priority = PRIORITY.awaited } = options;
  await tx.execute(
    sql`select club_queue_job(${task}, payload, ${runAt}::timestamptz, ${jobKey}, ${queue}, ${priority})
      from json_array_elements(${JSON.stringify(payloads)}::json) payload`,
  );
}
