import "server-only";
import type { Transaction } from "@/db/client";
import { queueJob } from "@/lib/core/mail/queue-job";

/** The next letters of a mailing, now or at a moment; what waits under its key is replaced. One mailing at a time. */
export const queueSending = (tx: Transaction, mailingId: string, runAt?: Date) =>
  queueJob(
    tx,
    "send-mailing",
    { mailingId },
    { jobKey: `send-mailing-${mailingId}`, queue: "mailings", ...(runAt && { runAt }) },
  );
