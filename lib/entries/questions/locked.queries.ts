import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { isInSight, openModeration, sightColumns } from "../sight.queries";

export type QuestionVersion = { questionId: string; version: number };

/** The entry under which something is asked or answered, in the viewer's sight. Throws `notFound`. */
export async function readEntry(
  tx: Transaction,
  viewer: Viewer,
  isIt: SQL | undefined,
  isContact?: SQL<boolean>,
) {
  const [row] = await tx
    .select({
      id: entries.id,
      entryKind: entries.entryKind,
      slug: entries.slug,
      title: entries.title,
      originalLocale: entries.originalLocale,
      ...sightColumns(isContact),
      moderation: openModeration,
    })
    .from(entries)
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isIt, isInSight(viewer)));
  if (!row) throw new AppError("notFound");
  return row;
}

/** A question, held until the transaction ends, with its entry as the viewer may see it. Throws `notFound`. */
export async function lockQuestion(
  tx: Transaction,
  viewer: Viewer,
  { questionId }: Pick<QuestionVersion, "questionId">,
) {
  const [row] = await tx
    .select({
      id: entryQuestions.id,
      entryId: entryQuestions.entryId,
      memberId: entryQuestions.memberId,
      words: entryQuestions.words,
      locale: entryQuestions.locale,
      answer: entryQuestions.answer,
      answerLocale: entryQuestions.answerLocale,
      helpedAt: entryQuestions.helpedAt,
      removedAt: entryQuestions.removedAt,
      hiddenAt: entryQuestions.hiddenAt,
    })
    .from(entryQuestions)
    .where(eq(entryQuestions.id, questionId))
    .for("no key update", { of: entryQuestions });
  if (!row) throw new AppError("notFound");
  const { removedAt, hiddenAt, ...rest } = row;
  // To all but who asked it, what was taken down is gone.
  const isGone = hiddenAt !== null && row.memberId !== viewer.memberId;
  const isRemoved = removedAt !== null || isGone;
  const question = { ...rest, isAnswered: row.answer !== null, isRemoved };
  const entry = await readEntry(tx, viewer, eq(entries.id, row.entryId));
  return { entry, question };
}
