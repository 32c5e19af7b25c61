import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { dayInLyon } from "@/db/columns";
import { duesDocuments } from "@/db/schema/dues";

const isCancelledAt = (key: SQL) =>
  sql<boolean>`exists (select from dues_documents c where c.cancels_id = ${key})`;

/** Whether another document cancels the one of a row of `dues_documents`. */
export const isCancelled = isCancelledAt(sql`dues_documents.id`);

/** Whether a call has a receipt that stands. */
export const isPaid = sql<boolean>`exists (select from dues_documents r
  where r.call_id = dues_documents.id and r.kind = 'receipt' and not ${isCancelledAt(sql`r.id`)})`;

/** On which day a document was issued, `YYYY-MM-DD`: that of the club's books in every language, as the year of its number is. */
export const issuedOn = sql<string>`${dayInLyon(duesDocuments.createdAt)}::text`;

/** A document as its verbs need it; null where there is none. */
export async function findDuesDocument(db: Database | Transaction, id: string) {
  const [row] = await db
    .select({
      id: duesDocuments.id,
      kind: duesDocuments.kind,
      number: duesDocuments.number,
      accountId: duesDocuments.accountId,
      callId: duesDocuments.callId,
      year: duesDocuments.year,
      amountCents: duesDocuments.amountCents,
      locale: duesDocuments.locale,
      snapshot: duesDocuments.snapshot,
      issuedOn,
      isPaid,
      isCancelled,
    })
    .from(duesDocuments)
    .where(eq(duesDocuments.id, id));
  return row ?? null;
}
