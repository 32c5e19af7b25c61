import "server-only";
import { and, count, eq, gt, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent } from "../entry-event";
import type { NounVerbs } from "../noun-verbs";
import { isInSight, openModeration, sightColumns } from "../sight.queries";
import { tellOfQuestion } from "./notices";
import { canAskQuestion, canRemoveAnswer, canRemoveQuestion, canReplyToQuestion } from "./policy";
import { QUESTIONS_A_DAY } from "./question-limits";

type QuestionVersion = { questionId: string; version: number };

/**
 * Asks a question under somebody's entry of a kind; its owner gets a mail. Gives the question's key.
 * Throws `notFound`, and on `question` `questionsTooMany`.
 */
export async function askQuestion(
  tx: Transaction,
  viewer: Viewer,
  { kind, contact }: NounVerbs,
  input: { slug: string; locale: Locale; question: string },
): Promise<{ questionId: string }> {
  const isIt = and(eq(entries.entryKind, kind), eq(entries.slug, input.slug));
  const entry = await readEntry(tx, viewer, isIt, contact?.(viewer));
  authorize(canAskQuestion(viewer, entry));
  await requireSomeLeft(tx, viewer.memberId);
  const { locale, question: words } = input;
  const [row] = await tx
    .insert(entryQuestions)
    .values({ entryId: entry.id, memberId: viewer.memberId, locale, words })
    .returning({ id: entryQuestions.id });
  if (!row) throw new Error("no question was made");
  await record(tx, viewer, entryEvent(entry, "question-asked", { question: row.id }), {
    tell: tellOfQuestion({ entry, words }),
  });
  return { questionId: row.id };
}

/**
 * The owner answers, or writes the answer anew; who asked gets a mail the first time. Gives the entry. Throws `notFound`,
 * `conflict`.
 */
export async function replyToQuestion(
  tx: Transaction,
  viewer: Viewer,
  input: QuestionVersion & { locale: Locale; answer: string },
) {
  const { entry, question } = await lockQuestion(tx, viewer, input);
  authorize(canReplyToQuestion(viewer, entry, question));
  const { locale: answerLocale, answer } = input;
  await changeQuestion(tx, input, { answer, answerLocale, answeredAt: sql`now()` });
  const isFirst = !question.isAnswered;
  await record(tx, viewer, entryEvent(entry, "question-answered", { question: question.id }), {
    tell: isFirst ? tellOfQuestion({ entry, asker: question, words: answer }) : undefined,
  });
  return entry;
}

/** Takes a question off with its answer: who asked it does, or the owner. Gives the entry. Throws `notFound`, `conflict`. */
export async function removeQuestion(tx: Transaction, viewer: Viewer, input: QuestionVersion) {
  const { entry, question } = await lockQuestion(tx, viewer, input);
  authorize(canRemoveQuestion(viewer, entry, question));
  await changeQuestion(tx, input, { removedAt: sql`now()` });
  await record(tx, viewer, entryEvent(entry, "question-removed", { question: question.id }));
  return entry;
}

/** The owner takes their answer back. Gives the entry. Throws `notFound`, `conflict`. */
export async function removeAnswer(tx: Transaction, viewer: Viewer, input: QuestionVersion) {
  const { entry, question } = await lockQuestion(tx, viewer, input);
  authorize(canRemoveAnswer(viewer, entry, question));
  await changeQuestion(tx, input, { answer: null, answerLocale: null, answeredAt: null });
  await record(tx, viewer, entryEvent(entry, "answer-removed", { question: question.id }));
  return entry;
}

async function readEntry(
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

async function lockQuestion(tx: Transaction, viewer: Viewer, { questionId }: QuestionVersion) {
  const [row] = await tx
    .select({
      id: entryQuestions.id,
      entryId: entryQuestions.entryId,
      memberId: entryQuestions.memberId,
      answer: entryQuestions.answer,
      removedAt: entryQuestions.removedAt,
      hiddenAt: entryQuestions.hiddenAt,
    })
    .from(entryQuestions)
    .where(eq(entryQuestions.id, questionId))
    .for("no key update", { of: entryQuestions });
  if (!row) throw new AppError("notFound");
  const { answer, removedAt, hiddenAt, ...rest } = row;
  // To all but who asked it, what was taken down is gone.
  const isGone = hiddenAt !== null && row.memberId !== viewer.memberId;
  const isRemoved = removedAt !== null || isGone;
  const question = { ...rest, isAnswered: answer !== null, isRemoved };
  const entry = await readEntry(tx, viewer, eq(entries.id, row.entryId));
  return { entry, question };
}

async function changeQuestion(
  tx: Transaction,
  { questionId, version }: QuestionVersion,
  values: PgUpdateSetSource<typeof entryQuestions>,
): Promise<void> {
  const isAsRead = and(eq(entryQuestions.id, questionId), eq(entryQuestions.version, version));
  const changed = await tx
    .update(entryQuestions)
    .set({ ...values, version: version + 1 })
    .where(isAsRead)
    .returning({ id: entryQuestions.id });
  authorize(changed.length === 1, "conflict");
}

/** Several at once wait for each other. */
async function requireSomeLeft(tx: Transaction, memberId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`questions:${memberId}`}))`);
  const { createdAt } = entryQuestions;
  const [asked] = await tx
    .select({ count: count() })
    .from(entryQuestions)
    .where(
      and(eq(entryQuestions.memberId, memberId), gt(createdAt, sql`now() - interval '1 day'`)),
    );
  if ((asked?.count ?? 0) >= QUESTIONS_A_DAY) {
    throw new AppError("questionsTooMany", { field: "question" });
  }
}
