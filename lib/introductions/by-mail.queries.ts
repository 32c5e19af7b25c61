import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { canAcceptIntroduction, canSetAsideIntroduction, stateOf } from "./policy";
import { isOther, isOwn, isReadAnswer, shownColumns, throughColumns } from "./sight.queries";

/** An introduction as somebody finds it who holds its letter and is not signed in. */
export type MailedIntroduction = NonNullable<Awaited<ReturnType<typeof getMailedIntroduction>>>;

/**
 * What the link of a letter shows on a day `YYYY-MM-DD` in Lyon of an introduction that its account was asked, and which of the two
 * answers it may still get; null for one that is not there any more. Nothing of who asks or of what they wrote is even read.
 */
export async function getMailedIntroduction(holder: Viewer, introductionId: string, day = today()) {
  if (!isActiveMember(holder)) return null;
  const [row] = await query((db) =>
    db
      .select({ ...shownColumns, ...throughColumns(holder), askerStatus: accounts.status })
      .from(introductions)
      .innerJoin(members, isOther(holder))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(introductionAnswers, isReadAnswer(holder))
      .where(
        and(
          eq(introductions.id, introductionId),
          eq(introductions.asked, holder.memberId),
          isOwn(holder),
        ),
      ),
  );
  if (!row) return null;
  const facts = { ...row, state: stateOf(row, day) };
  return {
    id: row.id,
    createdAt: row.createdAt,
    state: facts.state,
    canAccept: canAcceptIntroduction(holder, facts),
    canSetAside: canSetAsideIntroduction(holder, facts),
  };
}
