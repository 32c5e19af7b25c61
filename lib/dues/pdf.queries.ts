import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { duesDocuments, duesPdfs } from "@/db/schema/dues";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** How far the PDF of a document is: `none` also for whoever may not read it. */
export type PdfState = "none" | "waiting" | "drawn";

function ofViewer(viewer: Viewer, id: string) {
  const isOwn = eq(duesDocuments.accountId, viewer.accountId);
  return and(eq(duesPdfs.documentId, id), isAdministrator(viewer) ? undefined : isOwn);
}

/** Asked for an hour ago and not drawn: what draws it has failed, and it can be asked for again. */
export const isLost = sql`(${duesPdfs.content} is null and ${duesPdfs.createdAt} < now() - interval '1 hour')`;

/** For the account the document is for, and for administrators. */
export async function getDuesPdfState(viewer: Viewer, id: string): Promise<PdfState> {
  const [row] = await query((db) =>
    db
      .select({ isDrawn: sql<boolean>`${duesPdfs.content} is not null` })
      .from(duesPdfs)
      .innerJoin(duesDocuments, eq(duesDocuments.id, duesPdfs.documentId))
      .where(and(ofViewer(viewer, id), not(isLost))),
  );
  if (!row) return "none";
  return row.isDrawn ? "drawn" : "waiting";
}

/** A drawn PDF with the number of its document, for its payer and administrators; null for anybody else, and until it is drawn. */
export async function readDuesPdf(viewer: Viewer, id: string) {
  const [row] = await query((db) =>
    db
      .select({
        content: duesPdfs.content,
        kind: duesDocuments.kind,
        number: duesDocuments.number,
      })
      .from(duesPdfs)
      .innerJoin(duesDocuments, eq(duesDocuments.id, duesPdfs.documentId))
      .where(ofViewer(viewer, id)),
  );
  if (!row?.content) return null;
  const { content, kind, number } = row;
  return { content, name: `${kind}-${number}.pdf` };
}
