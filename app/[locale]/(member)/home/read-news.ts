import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import {
  listNewActivities,
  listNewOrganisations,
  type NewsList,
} from "@/lib/dashboard/news/queries";
import { listNewMembers } from "@/lib/directory/queries";
import { choiceWords } from "@/lib/projects/choice-words";
import { listOwnProjects, listPublishedProjects } from "@/lib/projects/queries";

const ALL_PROJECTS = { q: "", type: null, sectors: [], cities: [], page: 1 };

const SHOWN = 5;

/** What came since an instant, by list; nothing of the viewer's own. */
export async function readNews(viewer: Viewer, since: Date, locale: Locale) {
  const [members, organisations, activities, projects] = await Promise.all([
    listNewMembers(viewer, since, locale),
    listNewOrganisations(viewer, since, locale),
    listNewActivities(viewer, since, locale),
    listNewProjects(viewer, since, locale),
  ]);
  return { members, organisations, activities, projects };
}

/** The newest published projects that the reader has not seen announced yet, of the first page. */
async function listNewProjects(viewer: Viewer, since: Date, locale: Locale): Promise<NewsList> {
  const [{ cards }, own] = await Promise.all([
    listPublishedProjects(viewer, ALL_PROJECTS),
    listOwnProjects(viewer),
  ]);
  const ownSlugs = new Set(own.map(({ slug }) => slug));
  const fresh = cards.flatMap(({ publishedAt: at, slug, title, originalLocale, cities }) => {
    if (at === null || at <= since || ownSlugs.has(slug)) return [];
    const about = [choiceWords("cities", cities.slice(0, 2), locale)].filter(Boolean);
    return [{ to: `/projects/${slug}`, title: pickText(title, locale, originalLocale), about, at }];
  });
  return { total: fresh.length, items: fresh.slice(0, SHOWN) };
}
