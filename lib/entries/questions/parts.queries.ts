import "server-only";
import { type Read, together } from "@/db/together";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Provenance } from "@/lib/core/i18n/provenance";
import type { FileSight } from "../files/policy";
import { listFiles } from "../files/queries";
import type { Noun } from "../noun";
import { listOwnWaiting } from "../offers.queries";
import { ownsEntry } from "../policy";
import { listTranslationNotes } from "../translators.queries";
import { listQuestions } from "./queries";

/** An entry as it was found for a viewer, with what the rules ask. */
type Found = FileSight &
  NonNullable<Parameters<typeof listOwnWaiting>[2]> & { isHidden: boolean; provenance: Provenance };

/**
 * What a page shows around the text of an entry as it was found for the viewer, in one statement: the questions under it
 * and its files, each null for whom it is not open, where its translations come from, and what a member has offered for
 * those of somebody else's.
 */
export const getParts = (noun: Noun, viewer: Viewer | null, entry: Found | null, locale: Locale) =>
  together((read) => readParts(noun, viewer, entry, locale, read));

/** The same by a read of one's own. */
export async function readParts(
  noun: Noun,
  viewer: Viewer | null,
  entry: Found | null,
  locale: Locale,
  read: Read,
) {
  const [questions, files, notes, ownOffers] = await Promise.all([
    listQuestions(viewer, entry, { locale, read }),
    viewer ? listFiles(viewer, entry, read) : null,
    listTranslationNotes(viewer, entry, locale, read),
    isActiveMember(viewer) && entry && !ownsEntry(viewer, entry)
      ? listOwnWaiting(viewer, noun, entry, read)
      : [],
  ]);
  return { questions, files, notes, ownOffers };
}
