import "server-only";
import { and, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import type { NounVerbs } from "../noun-verbs";
import { isInSight, sightColumns } from "../sight.queries";
import { canAskTranslation } from "../translations.policy";
import { listQuestions } from "./queries";
import { toQuestionSheet } from "./question-sheet";

export type QuestionSheet = NonNullable<Awaited<ReturnType<typeof getQuestionSheet>>>;

/**
 * The questions under an entry beside their translation into a language, for whoever reads its text; null for anybody else.
 * `mayAsk` says whether the viewer may ask others for them.
 */
export async function getQuestionSheet(
  viewer: Viewer | null,
  { kind, contact, isFor }: NounVerbs,
  slug: string,
  to: Locale,
) {
  if (!viewer || !isSlug(slug)) return null;
  const [entry] = await query((db) =>
    db
      .select({
        id: entries.id,
        title: entries.title,
        originalLocale: entries.originalLocale,
        isHidden: isHidden(entries),
        ...sightColumns(contact?.(viewer)),
      })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(entries.entryKind, kind),
          eq(entries.slug, slug),
          isInSight(viewer),
          isFor?.(viewer),
        ),
      ),
  );
  const page = await listQuestions(viewer, entry ?? null, { locale: to });
  if (!entry || !page) return null;
  const { id: entryId, title, originalLocale } = entry;
  const mayAsk = !entry.isHidden && canAskTranslation(viewer, { ...entry, revision: null });
  return { entryId, title, originalLocale, to, mayAsk, ...toQuestionSheet(page.questions, to) };
}
