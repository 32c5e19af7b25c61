import "server-only";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROJECT_TEXTS, type ProjectText } from "../project";
import { getProjectInSight } from "../sight.queries";
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
  const project = await getProjectInSight(viewer, slug);
  if (!project) return {};
  const { provenance, ownerAccountId } = project;
  const translators = await listTranslators(viewer, provenance, ownerAccountId, locale);
  const notes = PROJECT_TEXTS.flatMap((field) => {
    const note = noteOf(provenance[field]?.[locale], translators);
    return note ? [[field, note] as const] : [];
  });
  return Object.fromEntries(notes);
}
