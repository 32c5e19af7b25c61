import "server-only";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
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
import { isInSight, openModeration, sightColumns } from "@/lib/entries/sight.queries";
import { projectEvent } from "../project-event";
import { acceptedContact, isProject } from "../sight.queries";
import { tellOfQuestion } from "./notices";
import { canAskQuestion, canRemoveAnswer, canRemoveQuestion, canReplyToQuestion } from "./policy";
import { QUESTIONS_A_DAY } from "./question-limits";

type QuestionVersion = { questionId: string; version: number };

/**
 * Asks a question under somebody's project; its owner gets a mail. Gives the question's key.
 * Throws `notFound`, and on `question` `questionsTooMany`.
 */
export async function askQuestion(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; locale: Locale; question: string },
): Promise<{ questionId: string }> {
  const project = await readProject(tx, viewer, eq(entries.slug, input.slug));
  authorize(canAskQuestion(viewer, project));
  await requireSomeLeft(tx, viewer.memberId);
  const { locale, question: words } = input;
  const [row] = await tx
    .insert(entryQuestions)
    .values({ entryId: project.id, memberId: viewer.memberId, locale, words })
    .returning({ id: entryQuestions.id });
  if (!row) throw new Error("no question was made");
  await record(tx, viewer, questionEvent("project.question-asked", project, row.id), {
    tell: tellOfQuestion({ project, words }),
  });
  return { questionId: row.id };
}

/** The owner answers, or writes the answer anew; who asked gets a mail the first time. Throws `notFound`, `conflict`. */
export async function replyToQuestion(
  tx: Transaction,
  viewer: Viewer,
  input: QuestionVersion & { locale: Locale; answer: string },
): Promise<void> {
  const { project, question } = await lockQuestion(tx, viewer, input);
  authorize(canReplyToQuestion(viewer, project, question));
  authorize(question.version === input.version, "conflict");
  const { locale: answerLocale, answer } = input;
  await changeQuestion(tx, question, { answer, answerLocale, answeredAt: sql`now()` });
  const isFirst = !question.isAnswered;
  await record(tx, viewer, questionEvent("project.question-answered", project, question.id), {
    tell: isFirst ? tellOfQuestion({ project, asker: question, words: answer }) : undefined,
  });
}

/** Takes a question off, with its answer: by who asked it, or the project's owner. Throws `notFound`, `conflict`. */
export async function removeQuestion(
  tx: Transaction,
  viewer: Viewer,
  input: QuestionVersion,
): Promise<void> {
  const { project, question } = await lockQuestion(tx, viewer, input);
  authorize(canRemoveQuestion(viewer, project, question));
  authorize(question.version === input.version, "conflict");
  await changeQuestion(tx, question, { removedAt: sql`now()` });
  await record(tx, viewer, questionEvent("project.question-removed", project, question.id));
}

/** The owner takes their answer back. Throws `notFound`, `conflict`. */
export async function removeAnswer(
  tx: Transaction,
  viewer: Viewer,
  input: QuestionVersion,
): Promise<void> {
  const { project, question } = await lockQuestion(tx, viewer, input);
  authorize(canRemoveAnswer(viewer, project, question));
  authorize(question.version === input.version, "conflict");
  await changeQuestion(tx, question, { answer: null, answerLocale: null, answeredAt: null });
  await record(tx, viewer, questionEvent("project.answer-removed", project, question.id));
}

async function readProject(tx: Transaction, viewer: Viewer, isIt: ReturnType<typeof eq>) {
  const [row] = await tx
    .select({
      id: entries.id,
      slug: entries.slug,
      title: entries.title,
      originalLocale: entries.originalLocale,
      ...sightColumns(acceptedContact(viewer)),
      moderation: openModeration,
    })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isProject, isIt, isInSight(viewer)));
  if (!row) throw new AppError("notFound");
  return row;
}

async function lockQuestion(tx: Transaction, viewer: Viewer, { questionId }: QuestionVersion) {
  const [row] = await tx
    .select({
      id: entryQuestions.id,
      projectId: entryQuestions.entryId,
      memberId: entryQuestions.memberId,
      answer: entryQuestions.answer,
      removedAt: entryQuestions.removedAt,
      hiddenAt: entryQuestions.hiddenAt,
      version: entryQuestions.version,
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
  const project = await readProject(tx, viewer, eq(entries.id, row.projectId));
  return { project, question };
}

async function changeQuestion(
  tx: Transaction,
  { id, version }: { id: string; version: number },
  values: PgUpdateSetSource<typeof entryQuestions>,
): Promise<void> {
  await tx
    .update(entryQuestions)
    .set({ ...values, version: version + 1 })
    .where(and(eq(entryQuestions.id, id), isNull(entryQuestions.removedAt)));
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

const questionEvent = (name: `project.${string}`, project: { id: string }, question: string) =>
  projectEvent(name, project, { question });
