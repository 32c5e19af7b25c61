import "server-only";
import { eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { secondFactors } from "@/db/schema/second-factors";
import { isFactorRequired } from "@/lib/core/auth/required-factor";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isStillTold } from "./sight.queries";

/**
 * Whether what a letter of the outbox says may still be read by whom it is to, as the list of notices would show it now.
 * One that stands in no list (a sign-in code, a letter to somebody without an account) may always be sent.
 */
export async function isLetterStillTold(mailId: string): Promise<boolean> {
  const notice = await findNotice(mailId);
  if (!notice) return true;
  const { noticeId, ...reader } = notice;
  const rows = await query((db) =>
    db
      .select({ isTold: isStillTold(db, reader) })
      .from(notices)
      .where(eq(notices.id, noticeId)),
  );
  return rows[0]?.isTold === true;
}

/** The notice that a letter belongs to, with its reader as they would be once signed in. */
async function findNotice(mailId: string): Promise<(Viewer & { noticeId: string }) | null> {
  const [row] = await query((db) =>
    db
      .select({
        noticeId: notices.id,
        accountId: accounts.id,
        memberId: members.id,
        memberSlug: members.slug,
        role: accounts.role,
        status: accounts.status,
        locale: accounts.locale,
        theme: accounts.theme,
        hasFactor: sql<boolean>`${secondFactors.confirmedAt} is not null`,
      })
      .from(notices)
      .innerJoin(accounts, eq(accounts.id, notices.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(secondFactors, eq(secondFactors.accountId, accounts.id))
      .where(eq(notices.mailId, mailId)),
  );
  if (!row) return null;
  const { hasFactor, role, ...reader } = row;
  const isAwake = hasFactor || !isFactorRequired(role);
  return { ...reader, role: isAwake ? role : "member", sessionId: "", name: "" };
}
