import "server-only";
import { and, eq, or } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { contentOf, PROJECT_TEXTS, type ProjectText } from "../project-content";
import { isSlug } from "../project-slug";
import { contentColumns, isPublished } from "../queries";
import { listTranslators } from "./people.queries";
import { noteOf, type TranslationNote } from "./sheet-fields";

export type TranslationNotes = Partial<Record<ProjectText, TranslationNote>>;

/**
 * Where the translations that a reader of this language sees on a project's page come from; texts in their original
 * language, or whose origin was not kept, are left out. Empty for what is out of the viewer's sight.
 */
export async function getTranslationNotes(
  viewer: Viewer | null,
  slug: string,
  locale: Locale,
): Promise<TranslationNotes> {
  if (!isSlug(slug)) return {};
  const isOwn = viewer ? eq(accounts.id, viewer.accountId) : undefined;
  const [row] = await query((db) =>
    db
      .select({ ...contentColumns, ownerAccountId: accounts.id })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(projects.slug, slug), or(isPublished, isOwn))),
  );
  if (!row) return {};
  const { ownerAccountId, ...content } = row;
  const translators = await listTranslators(viewer, content.provenance, ownerAccountId, locale);
  const notes = PROJECT_TEXTS.flatMap((field) => {
    const note = noteOf(contentOf(content), field, locale, translators);
    return note ? [[field, note] as const] : [];
  });
  return Object.fromEntries(notes);
}
