import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { QuestionPart } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { questionTranslations } from "@/db/schema/translations";
import file from "@/db/seed/demo/questions.json";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent, translationEvent } from "@/lib/entries/entry-event";
import { keepersOf } from "@/lib/entries/keepers.queries";
import { tellOfQuestion } from "@/lib/entries/questions/notices";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { seedEvents } from "./demo-events";
import { seedNotices } from "./demo-notices";
import { daysAgo } from "./demo-times";

type DemoWords = { locale: Locale; words: string; daysAgo: number };
type DemoQuestion = DemoWords & {
  project: string;
  member: string;
  answer: DemoWords | null;
  translations?: (DemoWords & { part: QuestionPart; member: string })[];
};

const DEMO_QUESTIONS = file.questions as DemoQuestion[];

/** What members asked under projects these last days, answered or not, and who was told. */
export async function seedQuestions(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const question of DEMO_QUESTIONS) {
    const { answer, locale, words, project, translations = [], ...asked } = question;
    const entry = await findEntry(tx, project);
    const memberId = keyOf(keys.members, asked.member);
    const [row] = await tx
      .insert(entryQuestions)
      .values({
        ...{ entryId: entry.id, memberId, locale, words, createdAt: daysAgo(asked.daysAgo) },
        answer: answer?.words ?? null,
        answerLocale: answer?.locale ?? null,
        answeredAt: answer ? daysAgo(answer.daysAgo) : null,
        version: answer ? 2 : 1,
      })
      .returning({ id: entryQuestions.id });
    if (row) await seedTranslations(tx, keys, { ...row, entry, translations });
    const steps = [
      { past: "question-asked", by: keyOf(keys.accounts, asked.member), at: asked.daysAgo },
      ...(answer
        ? [{ past: "question-answered", by: entry.ownerAccountId, at: answer.daysAgo }]
        : []),
    ];
    for (const { past, by, at } of steps) {
      const event = entryEvent(entry, past);
      await seedEvents(tx, [{ ...event, actorId: by, createdAt: daysAgo(at) }]);
      const keepers = await keepersOf(tx, entry);
      const tell = tellOfQuestion({ entry, keepers, asker: { memberId }, words });
      await seedNotices(tx, keys, { ...event, daysAgo: at, tell });
    }
  }
}

type Asked = Required<Pick<DemoQuestion, "translations">> & {
  id: string;
  entry: Awaited<ReturnType<typeof findEntry>>;
};

async function seedTranslations(tx: Transaction, keys: DemoKeys, question: Asked): Promise<void> {
  const { id: questionId, entry, translations } = question;
  for (const { part, locale, words, member, daysAgo: days } of translations) {
    const at = daysAgo(days);
    const memberId = keyOf(keys.members, member);
    const written = { memberId, createdAt: at, updatedAt: at };
    await tx.insert(questionTranslations).values({ questionId, part, locale, words, ...written });
    const event = translationEvent(entry, "saved", { locale, field: part, question: questionId });
    await seedEvents(tx, [{ ...event, actorId: keyOf(keys.accounts, member), createdAt: at }]);
  }
}

async function findEntry(tx: Transaction, slug: string) {
  const { id, entryKind, title, originalLocale } = entries;
  const [row] = await tx
    .select({ id, entryKind, title, originalLocale, ownerAccountId: members.accountId })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .where(eq(entries.slug, slug));
  if (!row) throw new Error(`unknown in the demo: ${slug}`);
  return { ...row, slug };
}
