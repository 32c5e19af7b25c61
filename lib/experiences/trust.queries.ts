import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { query, type Reader, type Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";

/** Whether a member's experiences go online before the club team reads them: two are published, none is taken down. */
export const isTrustedAuthor = async (viewer: Viewer | null): Promise<boolean> =>
  isActiveMember(viewer) && query((db) => asks(db, viewer.memberId));

/** The same of an entry's owner inside a transaction; what it hangs on is held until that ends. */
export async function trustsAuthor(tx: Transaction, { ownerId }: { ownerId: string }) {
  const { id, entryKind, moderation } = entries;
  const isOnline = and(eq(entryKind, "experience"), eq(moderation, "published"));
  await tx
    .select({ id })
    .from(entries)
    .where(and(eq(entries.ownerId, ownerId), isOnline))
    .orderBy(asc(id))
    .for("share");
  return asks(tx, ownerId);
}

/** The rule is the database's, whose trigger asks it too. */
async function asks(db: Reader, ownerId: string): Promise<boolean> {
  const [row] = await db.execute<{ trusts: boolean }>(
    sql`select trusts_owner('experience', ${ownerId}::uuid) as trusts`,
  );
  return row?.trusts ?? false;
}
