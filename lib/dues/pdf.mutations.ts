import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { duesPdfs } from "@/db/schema/dues";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { findDuesDocument } from "./calls.queries";
import { duesEvent } from "./dues-event";
import { isLost } from "./pdf.queries";
import { canReadDues } from "./policy";

/** Lets the worker draw a document as PDF, unless it is drawn or asked for within the hour. Throws `notFound`. */
export async function askForDuesPdf(
  tx: Transaction,
  viewer: Viewer,
  { documentId }: { documentId: string },
): Promise<void> {
  const document = await findDuesDocument(tx, documentId);
  authorize(document !== null && canReadDues(viewer, document));
  const { accountId, number } = document;
  await tx.delete(duesPdfs).where(and(eq(duesPdfs.documentId, documentId), isLost));
  const asked = await tx
    .insert(duesPdfs)
    .values({ documentId })
    .onConflictDoNothing()
    .returning({ id: duesPdfs.documentId });
  if (asked.length === 0) return;
  await queueJob(
    tx,
    "draw-dues-pdf",
    { documentId },
    { jobKey: `draw-dues-pdf-${documentId}`, queue: "dues-pdfs" },
  );
  await record(tx, viewer, duesEvent("dues.pdf-asked", accountId, { number }));
}
