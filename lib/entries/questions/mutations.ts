import "server-only";
import { and, count, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent } from "../entry-event";
import { keepersOf } from "../keepers.queries";
import type { NounVerbs } from "../noun-verbs";
import { lockQuestion, type QuestionVersion, readEntry } from "./locked.queries";
import { tellOfQuestion } from "./notices";
import { canAskQuestion, canRemoveAnswer, canRemoveQuestion, canReplyToQuestion } from "./policy";
import { QUESTIONS_A_DAY } from "./question-limits";
import { changeQuestion } from "./versions.mutations";

/**
 * Asks a question under somebody's entry of a kind; its owner gets a mail. Gives the question's key.
 * Throws `notFound`, what the kind refuses it with, and on `question` `questionsTooMany`.
 */
export async function askQuestion(
  tx: Transaction,
  viewer: Viewer,
  { kind, contact, isFor, requireAskable }: NounVerbs,
  input: { slug: string; locale: Locale; question: string },
): Promise<{ questionId: string }> {
  const isIt = and(eq(entries.entryKind, kind), eq(entries.slug, input.slug), isFor?.(viewer));
  const entry = await readEntry(tx, viewer, isIt, contact?.(viewer));
  authorize(canAskQuestion(viewer, entry));
  await requireAskable?.(tx, entry);
  await requireQuota(tx, viewer.memberId);
  const { locale, question: words } = input;
  const [row] = await tx
    .insert(entryQuestions)
    .values({ entryId: entry.id, memberId: viewer.memberId, locale, words })
    .returning({ id: entryQuestions.id });
  if (!row) throw new Error("no question was made");
  await record(tx, viewer, entryEvent(entry, "question-asked", { question: row.id }), {
    tell: tellOfQuestion({ entry, keepers: await keepersOf(tx, entry), words }),
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

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, memberId: string): Promise<void> {
  await holdTurn(tx, `questions:${memberId}`);
  const { createdAt } = entryQuestions;
  const [asked] = await tx
    .select({ count: count() })
    .from(entryQuestions)
    .where(and(eq(entryQuestions.memberId, memberId), isWithinADay(createdAt)));
  if ((asked?.count ?? 0) >= QUESTIONS_A_DAY) {
    throw new AppError("questionsTooMany", { field: "question" });
  }
}
