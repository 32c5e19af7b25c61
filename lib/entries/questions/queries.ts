import "server-only";
import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import type { Read } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { canSeeText, ownsEntry, type SightFacts } from "../policy";
import { saidBy, sayerColumns } from "../sayers.queries";
import { canAskQuestion, canRemoveAnswer, canRemoveQuestion, canReplyToQuestion } from "./policy";

export type QuestionsPage = NonNullable<Awaited<ReturnType<typeof listQuestions>>>;

/** The most that a page shows. */
const SHOWN = 100;

/**
 * The questions under an entry that its kind found in the viewer's sight, oldest first, for whoever reads its text; null
 * for anybody else. Those of members who are not active are left out, but what a former member was answered stays,
 * without their question; `asker` is null for somebody whose page the viewer may not read. `may` says what the viewer may
 * do with each.
 */
export async function listQuestions(
  viewer: Viewer | null,
  entry: (SightFacts & { id: string; isHidden: boolean }) | null,
  read: Read = query,
) {
  if (!entry || !viewer || !canSeeText(viewer, entry)) return null;
  const { accountId } = viewer;
  // Nobody asks or answers under what was taken down.
  const open = entry.isHidden ? { ...entry, moderation: "withdrawn" as const } : entry;
  const rows = await read((db) =>
    db
      .select({
        ...sayerColumns(viewer),
        id: entryQuestions.id,
        isAnswered: sql<boolean>`${isNotNull(entryQuestions.answer)}`,
        words: entryQuestions.words,
        locale: entryQuestions.locale,
        createdAt: entryQuestions.createdAt,
        answer: entryQuestions.answer,
        answerLocale: entryQuestions.answerLocale,
        answeredAt: entryQuestions.answeredAt,
        helpedAt: entryQuestions.helpedAt,
        version: entryQuestions.version,
        isHidden: isHidden(entryQuestions),
      })
      .from(entryQuestions)
      .innerJoin(members, eq(members.id, entryQuestions.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entryQuestions.entryId, entry.id),
          isNull(entryQuestions.removedAt),
          isStaff(viewer) ? undefined : or(isShown(entryQuestions), eq(accounts.id, accountId)),
          // Of somebody who was erased the answer stays, which is not theirs.
          or(isPresent(), and(eq(entryQuestions.words, ""), isNotNull(entryQuestions.answer))),
        ),
      )
      .orderBy(asc(entryQuestions.createdAt))
      .limit(SHOWN),
  );
  return {
    isOwn: ownsEntry(viewer, entry),
    canAsk: canAskQuestion(viewer, open),
    questions: rows.map((row) => {
      const { by, isAnswered, ...question } = saidBy(viewer, row);
      const facts = { memberId: row.memberId, isAnswered, isRemoved: false };
      return {
        ...question,
        asker: question.words ? by : null,
        may: {
          answer: canReplyToQuestion(viewer, open, facts),
          remove: canRemoveQuestion(viewer, open, facts),
          removeAnswer: canRemoveAnswer(viewer, open, facts),
        },
      };
    }),
  };
}
