import "server-only";
import { query } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { findCandidate, findMatchedProject } from "./candidates.queries";
import type { Reason } from "./matching-score";
import { findMatches } from "./queries";

/** What two people may talk about: the title of a project, whether it is the viewer's own, and the weightiest reason why they fit. */
export type Fit = { title: PickedText | null; isOwn: boolean; reason: Reason | null };

/**
 * A project of the viewer's with why a member fits it, as far as they show it; or somebody else's that fits the viewer. Null
 * for any other.
 */
export function getFit(
  viewer: Viewer,
  slug: string,
  memberId: string,
  locale: Locale,
): Promise<Fit | null> {
  return query(async (db) => {
    const own = await findMatchedProject(db, viewer, slug);
    const [other] = own ? [] : await findMatches(db, viewer, locale, 1, { slugs: [slug] });
    const match = own ? await findCandidate(db, viewer, own, memberId, locale) : other?.match;
    const project = own ?? other?.project;
    if (!project) return null;
    return {
      title: pickText(project.title, locale, project.originalLocale),
      isOwn: own !== null,
      reason: match?.reasons[0]?.reason ?? null,
    };
  });
}
