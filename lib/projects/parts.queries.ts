import "server-only";
import { together } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { listFiles } from "@/lib/entries/files/queries";
import { listQuestions } from "@/lib/entries/questions/queries";
import { listTranslationNotes } from "@/lib/entries/translators.queries";
import type { getProjectInSight } from "./sight.queries";

/**
 * What a page shows around the text of a project as it was found for the viewer, in one statement: the questions under it
 * and its files, each null for whom it is not open, and where its translations come from.
 */
export const getParts = (
  viewer: Viewer | null,
  project: Awaited<ReturnType<typeof getProjectInSight>>,
  locale: Locale,
) =>
  together(async (read) => {
    const [questions, files, notes] = await Promise.all([
      listQuestions(viewer, project, read),
      viewer ? listFiles(viewer, project, read) : null,
      listTranslationNotes(viewer, project, locale, read),
    ]);
    return { questions, files, notes };
  });
