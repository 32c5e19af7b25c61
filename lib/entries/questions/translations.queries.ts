import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { QuestionPart } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { questionTranslations } from "@/db/schema/translations";
import type { Read } from "@/db/together";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type MemberNames, shownName } from "@/lib/members/member-card";
import { sayerColumns } from "../sayers.queries";
import type { TranslationNote } from "../sheet-fields";
import type { PartTranslation } from "./question-parts";

type Entry = { id: string; ownerAccountId: string | null };

type Translations = Map<string, Partial<Record<QuestionPart, PartTranslation[]>>>;

/**
 * What was translated of the questions under an entry, by question and part: into the reader's language, then into English,
 * which more of them read. Also of questions that a reader does not see: only for those that were found for them.
 */
export async function listQuestionTranslations(
  viewer: Viewer,
  entry: Entry,
  locale: Locale,
  read: Read,
): Promise<Translations> {
  const { questionId, part, words } = questionTranslations;
  const rows = await read((db) =>
    db
      .select({
        ...sayerColumns(viewer),
        questionId,
        part,
        language: questionTranslations.locale,
        words,
        accountId: members.accountId,
      })
      .from(questionTranslations)
      .innerJoin(entryQuestions, eq(entryQuestions.id, questionId))
      .leftJoin(members, eq(members.id, questionTranslations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entryQuestions.entryId, entry.id),
          isNull(entryQuestions.removedAt),
          inArray(questionTranslations.locale, [locale, "en"]),
        ),
      )
      .orderBy(sql`${questionTranslations.locale} <> ${locale}`),
  );
  const found: Translations = new Map();
  for (const { questionId: id, part, words, language, memberId, memberSlug, ...by } of rows) {
    const isNamed = by.hasPage && memberId !== null && memberSlug !== null;
    const person = isNamed ? { names: by as MemberNames, slug: memberSlug } : null;
    const isOwner = by.accountId !== null && by.accountId === entry.ownerAccountId;
    const translation = {
      words,
      locale: language,
      memberId,
      note: noteBy(person, isOwner, locale),
    };
    const parts = found.get(id) ?? {};
    found.set(id, { ...parts, [part]: [...(parts[part] ?? []), translation] });
  }
  return found;
}

type Person = { names: MemberNames; slug: string } | null;

/** The owner of the entry stays unnamed: who they are is theirs to say. */
function noteBy(person: Person, isOwner: boolean, locale: Locale): TranslationNote {
  const note = { origin: "person", isReviewed: true } as const;
  if (isOwner) return { ...note, translator: { kind: "owner" } };
  if (!person) return { ...note, translator: { kind: "somebody" } };
  const { names, slug } = person;
  return { ...note, translator: { kind: "person", name: shownName(names, locale).text, slug } };
}

/** The languages between which an active member said that they translate; none of anybody else. */
export async function readSpoken(viewer: Viewer, read: Read): Promise<string[]> {
  if (!isActiveMember(viewer)) return [];
  const [row] = await read((db) =>
    db
      .select({ languages: members.languages })
      .from(members)
      .where(and(eq(members.accountId, viewer.accountId), eq(members.translates, true))),
  );
  return row?.languages ?? [];
}
