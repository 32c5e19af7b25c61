import "server-only";
import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { isHidden, isShown } from "@/db/columns";
import type { QuestionPart } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import { type Read, together } from "@/db/together";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { canSeeText, ownsEntry, type SightFacts } from "../policy";
import { saidBy, sayerColumns } from "../sayers.queries";
import {
  canAskQuestion,
  canRemoveAnswer,
  canRemoveQuestion,
  canReplaceTranslation,
  canReplyToQuestion,
  canTranslateQuestion,
} from "./policy";
import { type PartTranslation, partsIn, translationFor, writtenIn } from "./question-parts";
import { listQuestionTranslations, readSpoken } from "./translations.queries";

export type QuestionsPage = NonNullable<Awaited<ReturnType<typeof listQuestions>>>;

/** The most that a page shows. */
const SHOWN = 100;

type Translated = Partial<Record<QuestionPart, PartTranslation[]>>;

type Found = SightFacts & { id: string; isHidden: boolean };

/**
 * The questions under an entry that its kind found in the viewer's sight, oldest first, for whoever reads its text; null
 * for anybody else. Those of members who are not active are left out, but what a former member was answered stays,
 * without their question; `asker` is null for somebody whose page the viewer may not read. `shown` says what a reader of
 * the language (the original's without one) is shown of each part, `may` what the viewer may do with each. One statement.
 */
export async function listQuestions(
  viewer: Viewer | null,
  entry: Found | null,
  { locale, read }: { locale?: Locale; read?: Read } = {},
) {
  if (!entry || !viewer || !canSeeText(viewer, entry)) return null;
  const readAll = (one: Read) => readParts(viewer, entry, locale, one);
  const [rows, translations, speaks] = await (read ? readAll(read) : together(readAll));
  // Nobody asks or answers under what was taken down.
  const open = entry.isHidden ? { ...entry, moderation: "withdrawn" as const } : entry;
  return {
    entryId: entry.id,
    isOwn: ownsEntry(viewer, entry),
    canAsk: canAskQuestion(viewer, open),
    questions: rows.map((row) => {
      const { by, isAnswered, ...question } = saidBy(viewer, row);
      const facts = { memberId: row.memberId, isAnswered, isRemoved: false };
      const to = locale ?? row.locale;
      const translated: Translated = translations.get(row.id) ?? {};
      return {
        ...question,
        translated,
        shown: {
          question: translationFor(writtenIn("question", row), translated.question, to),
          answer: translationFor(writtenIn("answer", row), translated.answer, to),
        },
        asker: question.words ? by : null,
        may: {
          answer: canReplyToQuestion(viewer, open, facts),
          remove: canRemoveQuestion(viewer, open, facts),
          removeAnswer: canRemoveAnswer(viewer, open, facts),
          translate: partsIn(row, to).flatMap(({ part, original }) => {
            if (!locale) return [];
            const between = { from: original.locale, to, speaks };
            const there = translated[part]?.find((one) => one.locale === to);
            const isFree = !there || canReplaceTranslation(viewer, open, there);
            return isFree && canTranslateQuestion(viewer, open, facts, between) ? [part] : [];
          }),
        },
      };
    }),
  };
}

/** What knows nothing of each other: the questions, what was translated of them, and what the viewer translates. */
function readParts(viewer: Viewer, entry: Found, locale: Locale | undefined, read: Read) {
  return Promise.all([
    readQuestions(viewer, entry.id, read),
    locale ? listQuestionTranslations(viewer, entry, locale, read) : new Map<string, never>(),
    locale ? readSpoken(viewer, read) : [],
  ]);
}

function readQuestions(viewer: Viewer, entryId: string, read: Read) {
  const { accountId } = viewer;
  return read((db) =>
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
          eq(entryQuestions.entryId, entryId),
          isNull(entryQuestions.removedAt),
          isStaff(viewer) ? undefined : or(isShown(entryQuestions), eq(accounts.id, accountId)),
          // Of somebody who was erased the answer stays, which is not theirs.
          or(isPresent(), and(eq(entryQuestions.words, ""), isNotNull(entryQuestions.answer))),
        ),
      )
      .orderBy(asc(entryQuestions.createdAt))
      .limit(SHOWN),
  );
}
