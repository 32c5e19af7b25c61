import "server-only";
import { and, desc, gt, lte, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { readActivityFilters } from "@/lib/activities/activity-filters";
import { listActivities } from "@/lib/activities/queries";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { listMembers } from "@/lib/directory/queries";
import type { Span } from "@/lib/notifications/digest.queries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { readProjectFilters } from "@/lib/projects/project-filters";
import type { Asked } from "@/lib/search/list-filters";
import { listSearches } from "./queries";
import { askedIn, type SearchedList, searchAddress } from "./saved-search";

/** What is new in a search: the things with their pages, without language; null for what has no title. */
export type SearchNews = {
  name: string;
  to: string;
  found: { to: string; title: string | null }[];
};

/** So many of one search are told. */
const MOST = 4;

type Found = { slug: string; title: string | null }[];

/** The newest of each list, as the viewer reads it: the first page. */
const FIND: Record<SearchedList, (viewer: Viewer, asked: Asked, locale: Locale) => Promise<Found>> =
  {
    members: async (viewer, asked, locale) => {
      const filters = { ...readDirectoryFilters(asked), sort: "recent" } as const;
      const { members: found } = await listMembers(viewer, filters, locale);
      return found.map((one) => ({ slug: one.slug, title: one.name.text }));
    },
    projects: async (viewer, asked, locale) => {
      const { cards } = await listPublishedProjects(viewer, readProjectFilters(asked));
      return cards.map(({ slug, title, originalLocale }) => ({
        slug,
        title: pickText(title, locale, originalLocale)?.text ?? null,
      }));
    },
    activities: async (viewer, asked, locale) => {
      const found = await listActivities(viewer, readActivityFilters(asked), locale);
      return found.activities.map(({ slug, title }) => ({ slug, title: title?.text ?? null }));
    },
  };

/** When each came into the club, and whose it is. */
const CAME: Record<SearchedList, { slug: PgColumn; at: PgColumn; owner: PgColumn }> = {
  members: { slug: members.slug, at: members.createdAt, owner: members.id },
  projects: { slug: entries.slug, at: entries.publishedAt, owner: entries.ownerId },
  activities: { slug: activities.slug, at: activities.createdAt, owner: activities.memberId },
};

const TABLE = { members, projects: entries, activities };

/** More than come into a list between two digests, but for one that is filled from a file. */
const MOST_FRESH = 500;

/**
 * What came into the searches that a member keeps between two instants, as they read those lists when they are told; nothing
 * of their own. Of each search the first page is looked at, the newest first (activities by when they were confirmed).
 * Searches without news are left out.
 */
export async function listSearchNews(
  viewer: Viewer,
  span: Span,
  locale: Locale,
): Promise<SearchNews[]> {
  if (!isActiveMember(viewer)) return [];
  const searches = await listSearches(viewer);
  const fresh = new Map<SearchedList, ReadonlySet<string>>();
  for (const list of new Set(searches.map((one) => one.list))) {
    fresh.set(list, await readFresh(list, viewer.memberId, span));
  }
  const news: SearchNews[] = [];
  for (const { name, ...search } of searches) {
    const came = fresh.get(search.list);
    // Most weeks nothing came: the list is searched where something did.
    if (!came || came.size === 0) continue;
    const found = await FIND[search.list](viewer, askedIn(search.asked), locale);
    const told = found.filter(({ slug }) => came.has(slug)).slice(0, MOST);
    if (told.length === 0) continue;
    news.push({
      ...{ name, to: searchAddress(search) },
      found: told.map(({ slug, title }) => ({ title, to: `/${search.list}/${slug}` })),
    });
  }
  return news;
}

/** What is new of a list's things, whoever may see them; nothing of the member's own. */
async function readFresh(list: SearchedList, memberId: string, { since, until }: Span) {
  const { slug, at, owner } = CAME[list];
  const rows = await query((db) =>
    db
      .select({ slug: sql<string>`${slug}` })
      .from(TABLE[list])
      .where(and(gt(at, since), lte(at, until), sql`${owner} is distinct from ${memberId}::uuid`))
      .orderBy(desc(at))
      .limit(MOST_FRESH),
  );
  return new Set(rows.map((row) => row.slug));
}
