import "server-only";
import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { entryQuestions } from "@/db/schema/entry-parts";
import { authorize } from "@/lib/core/errors";
import type { QuestionVersion } from "./locked.queries";

/** Changes a question as the form has it. Throws `conflict`. */
export async function changeQuestion(
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
