import "server-only";
import { together } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Provenance } from "@/lib/core/i18n/provenance";
import type { FileSight } from "../files/policy";
import { listFiles } from "../files/queries";
import { listTranslationNotes } from "../translators.queries";
import { listQuestions } from "./queries";

/** An entry as it was found for a viewer, with what the rules ask. */
type Found = FileSight & { id: string; isHidden: boolean; provenance: Provenance };

/**
 * What a page shows around the text of an entry as it was found for the viewer, in one statement: the questions under it
 * and its files, each null for whom it is not open, and where its translations come from.
 */
export const getParts = (viewer: Viewer | null, entry: Found | null, locale: Locale) =>
  together(async (read) => {
    const [questions, files, notes] = await Promise.all([
      listQuestions(viewer, entry, { locale, read }),
      viewer ? listFiles(viewer, entry, read) : null,
      listTranslationNotes(viewer, entry, locale, read),
    ]);
    return { questions, files, notes };
  });
