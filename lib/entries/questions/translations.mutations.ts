import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import type { QuestionPart } from "@/db/enums";
import { questionTranslations } from "@/db/schema/translations";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { translationEvent } from "../entry-event";
import { OFFERED_A_DAY } from "../offer-limits";
import { lockQuestion } from "./locked.queries";
import { canReplaceTranslation, canTranslateQuestion } from "./policy";
import { partsIn, questionFingerprint } from "./question-parts";
import { readSpoken } from "./translations.queries";

type Input = { questionId: string; locale: Locale; fingerprint: string } & Partial<
  Record<QuestionPart, string>
>;

/**
 * Translates a question under an entry and its answer, or takes a translation back where its words are empty. Gives the
 * entry. Throws `notFound`, `conflict` (either was changed, or somebody else was quicker), `translationUnchanged`,
 * `askedTooOften`.
 */
export async function translateQuestion(tx: Transaction, viewer: Viewer, input: Input) {
  const { questionId, locale } = input;
  const { entry, question } = await lockQuestion(tx, viewer, input);
  const speaks = await readSpoken(viewer, async (run) => run(tx));
  const known = await readTranslated(tx, questionId, locale);
  const parts = partsIn(question, locale).filter(({ original }) =>
    canTranslateQuestion(viewer, entry, question, { from: original.locale, to: locale, speaks }),
  );
  authorize(parts.length > 0);
  const read = questionFingerprint(question, locale, {
    question: known.get("question")?.words,
    answer: known.get("answer")?.words,
  });
  authorize(read === input.fingerprint, "conflict");
  const changed = parts.filter(({ part }) => {
    const words = input[part];
    return words !== undefined && words !== (known.get(part)?.words ?? "");
  });
  authorize(changed.length > 0, "translationUnchanged");
  await requireQuota(tx, viewer, changed.length);
  for (const { part } of changed) {
    const before = known.get(part);
    authorize(!before || canReplaceTranslation(viewer, entry, before), "conflict");
    const words = input[part] ?? "";
    await put(tx, viewer, { questionId, part, locale, words });
    const past = words ? "saved" : "withdrawn";
    await record(
      tx,
      viewer,
      translationEvent(entry, past, { locale, field: part, question: questionId }),
    );
  }
  return entry;
}

type Key = { questionId: string; part: QuestionPart; locale: Locale };

async function put(tx: Transaction, viewer: Viewer, { words, ...key }: Key & { words: string }) {
  const { questionId, part, locale } = questionTranslations;
  if (words === "") {
    const isIt = and(eq(questionId, key.questionId), eq(part, key.part), eq(locale, key.locale));
    await tx.delete(questionTranslations).where(isIt);
    return;
  }
  const said = { words, memberId: viewer.memberId };
  await tx
    .insert(questionTranslations)
    .values({ ...key, ...said })
    .onConflictDoUpdate({
      target: [questionId, part, locale],
      set: { ...said, updatedAt: sql`now()` },
    });
}

/** What stands in a language, under the question's lock. */
async function readTranslated(tx: Transaction, id: string, to: Locale) {
  const { questionId, part, locale, words, memberId } = questionTranslations;
  const rows = await tx
    .select({ part, words, memberId })
    .from(questionTranslations)
    .where(and(eq(questionId, id), eq(locale, to)));
  return new Map(rows.map((row) => [row.part, row]));
}

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, { memberId }: Viewer, more: number) {
  if (memberId === null) return;
  await holdTurn(tx, `translations:${memberId}`);
  const { memberId: by, updatedAt } = questionTranslations;
  const today = await tx.$count(
    questionTranslations,
    and(eq(by, memberId), isWithinADay(updatedAt)),
  );
  authorize(today + more <= OFFERED_A_DAY, "askedTooOften");
}
