import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  listActivityNews,
  listOrganisationNews,
  listProjectNews,
} from "@/lib/dashboard/news/queries";
import { listNewMembers } from "@/lib/directory/queries";

/** What came or changed since an instant, by list; nothing of the viewer's own. */
export async function readNews(viewer: Viewer, since: Date, locale: Locale) {
  const [members, organisations, activities, projects] = await Promise.all([
    listNewMembers(viewer, since, locale),
    listOrganisationNews(viewer, since, locale),
    listActivityNews(viewer, since, locale),
    listProjectNews(viewer, since, locale),
  ]);
  return { members, organisations, activities, projects };
}
