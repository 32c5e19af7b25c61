import "server-only";
import { eq } from "drizzle-orm";
import { query } from "@/db/client";
import { notices } from "@/db/schema/notices";
import { findReader } from "@/lib/core/auth/reader";
import { isStillTold } from "./sight.queries";

/**
 * Whether what a letter of the outbox says may still be read by whom it is to, as the list of notices would show it now.
 * One that stands in no list (a sign-in code, a letter to somebody without an account) may always be sent.
 */
export async function isLetterStillTold(mailId: string): Promise<boolean> {
  const isIts = eq(notices.mailId, mailId);
  const [notice] = await query((db) =>
    db.select({ accountId: notices.accountId }).from(notices).where(isIts),
  );
  const reader = notice && (await findReader(notice.accountId));
  if (!reader) return true;
  const [told] = await query((db) =>
    db
      .select({ isStill: isStillTold(db, reader) })
      .from(notices)
      .where(isIts),
  );
  return told?.isStill === true;
}
