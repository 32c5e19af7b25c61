import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { secondFactors } from "@/db/schema/second-factors";
import { isActing } from "@/db/standing";
import { AppError, authorize } from "../errors";
import { type AnswerLink, readAnswerToken } from "./answer-token";
import type { Viewer } from "./viewer-type";

/**
 * What the links of an account's letters hang on: its address and its password. Null for an account that answers nothing
 * by mail: one that is not active, or whose holder wants more than their mailbox to be asked for.
 */
export const accountStanding = sql<string | null>`case
  when ${isActing()} and not exists (select from ${secondFactors}
    where ${secondFactors.accountId} = ${accounts.id} and ${secondFactors.confirmedAt} is not null)
  then left(encode(sha256(convert_to(concat_ws(E'\n', ${accounts.email}, ${accounts.passwordHash}), 'UTF8')), 'hex'), 20)
  end`;

/** Whose link it is, as far as it still holds, as they would be when signed in: without a session, or a role of the team. */
function selectHolder(db: Pick<Transaction, "select">, { accountId, standing }: AnswerLink) {
  return db
    .select({
      accountId: accounts.id,
      memberId: members.id,
      memberSlug: members.slug,
      status: accounts.status,
      locale: accounts.locale,
      theme: accounts.theme,
    })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), eq(accountStanding, standing)));
}

const asViewer = (row: Awaited<ReturnType<typeof selectHolder>>[number]): Viewer => ({
  ...row,
  role: "member",
  sessionId: "",
  name: "",
});

/** What a mail's link stands for and the account that may act by it; null when it no longer holds. Reading consumes nothing. */
export async function findLinkHolder(
  token: string,
): Promise<{ link: AnswerLink; holder: Viewer } | null> {
  const link = readAnswerToken(token);
  if (!link) return null;
  const [row] = await query((db) => selectHolder(db, link));
  return row ? { link, holder: asViewer(row) } : null;
}

/**
 * Answers by a mail's link, inside the transaction of the act: the account stays as it is until that stands, and what it was told
 * of the thing is seen with it. Gives the page of the link, which says what became of it. Throws `answerLinkOver`,
 * `answerLinkOfOther` where somebody else is signed in, and what the answer throws.
 */
export async function answerByLink(
  tx: Transaction,
  viewer: Viewer | null,
  { token, what }: { token: string; what: AnswerLink["what"] },
  answer: (holder: Viewer, subjectId: string) => Promise<void>,
): Promise<{ redirectTo: string }> {
  const link = readAnswerToken(token);
  if (link?.what !== what) throw new AppError("answerLinkOver");
  // Before anything else is locked.
  const [row] = await selectHolder(tx, link).for("share", { of: accounts });
  if (!row) throw new AppError("answerLinkOver");
  const { accountId } = row;
  authorize(viewer === null || viewer.accountId === accountId, "answerLinkOfOther");
  const { subjectId } = link;
  await answer(asViewer(row), subjectId);
  const isTold = and(eq(notices.accountId, accountId), eq(notices.subjectId, subjectId));
  await tx
    .update(notices)
    .set({ seenAt: sql`now()` })
    .where(and(isTold, isNull(notices.seenAt)));
  return { redirectTo: `/answer?${new URLSearchParams({ token })}` };
}
