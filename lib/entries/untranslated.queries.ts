import "server-only";
import { and, eq, isNotNull, isNull, ne, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { QuestionPart } from "@/db/enums";
import { entryQuestions } from "@/db/schema/entry-parts";
import type { Locale } from "@/lib/core/i18n/locales";

/** The languages in which questions under an entry that readers see, or their answers, stand without a translation. */
export async function listUntranslated(
  tx: Transaction,
  entryId: string,
  to: Locale,
): Promise<Locale[]> {
  const { answer, answerLocale, hiddenAt, locale, removedAt, words } = entryQuestions;
  const isDone = (part: QuestionPart) => sql`exists (select from question_translations done
    where done.question_id = "entry_questions"."id" and done.part = ${part} and done.locale = ${to})`;
  const isOpen = and(eq(entryQuestions.entryId, entryId), isNull(removedAt), isNull(hiddenAt));
  const rows = await tx
    .select({ locale })
    .from(entryQuestions)
    .where(and(isOpen, ne(words, ""), ne(locale, to), not(isDone("question"))))
    .union(
      tx
        .select({ locale: sql<Locale>`${answerLocale}` })
        .from(entryQuestions)
        .where(and(isOpen, isNotNull(answer), ne(answerLocale, to), not(isDone("answer")))),
    );
  return rows.map((row) => row.locale);
}
