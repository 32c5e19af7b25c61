import "server-only";
import { and, asc, count, desc, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { ProfileType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { isPublished } from "@/lib/entries/sight.queries";
import type { ViewAs } from "@/lib/members/policy";
import { searchPatterns } from "@/lib/search/search-words";
import {
  groupOf,
  PROJECTS_PER_PAGE,
  type ProjectFilters,
  type ProjectGroup,
  typesOf,
} from "./project-filters";
import { eachShown, isAskedFor, shownColumns } from "./shown.queries";
import { acceptedContact, isListed, teaserColumns } from "./sight.queries";

export type ProjectTeaser = Awaited<ReturnType<typeof listCards>>[number];

export type ProjectFacets = {
  groups: Record<ProjectGroup, number>;
  sectors: { slug: string; count: number }[];
  cities: { slug: string; count: number }[];
};

/** A filter of the list that can be let go. */
export type ProjectFilterName = "q" | "type" | "sectors" | "cities";

export type ProjectList = {
  cards: ProjectTeaser[];
  total: number;
  page: number;
  pageCount: number;
  facets: ProjectFacets;
  /** When nothing is found: how many there would be without one of the filters. */
  without: { filter: ProjectFilterName; total: number }[];
};

/**
 * One page of the listed projects of active members, newest first, the last one for any past it, as anybody may read
 * them; asked for by sectors and cities only as far as a row shows them. Visitors search title and teaser, active
 * accounts also the full text that all members may read. Each facet counts what its choices would give beside the
 * other filters.
 */
export async function listPublishedProjects(
  viewer: Viewer | null,
  filters: ProjectFilters,
): Promise<ProjectList> {
  const { q, type, sectors, cities } = filters;
  const shown = shownColumns(viewer);
  const asked: Record<ProjectFilterName, SQL | undefined> = {
    q: and(...searched(viewer, q)),
    type: type ? inArray(projects.profileType, typesOf(type)) : undefined,
    sectors: isAskedFor(shown, "sectors", sectors),
    cities: isAskedFor(shown, "cities", cities),
  };
  const all = and(isListed(), ...Object.values(asked));
  const but = (filter: ProjectFilterName) =>
    and(isListed(), ...Object.values({ ...asked, [filter]: undefined }));
  return query(async (db) => {
    const [total, types, bySector, byCity] = await Promise.all([
      countAll(db, all),
      countBy(db, sql<string>`${projects.profileType}`, but("type")),
      countBy(db, eachShown(shown, "sectors"), but("sectors")),
      countBy(db, eachShown(shown, "cities"), but("cities")),
    ]);
    const groups = { offers: 0, requests: 0, rd: 0 };
    for (const { slug, count: more } of types) groups[groupOf(slug as ProfileType)] += more;
    const pageCount = Math.max(1, Math.ceil(total / PROJECTS_PER_PAGE));
    const page = Math.min(filters.page, pageCount);
    const chosen = FILTER_NAMES.filter((filter) => asked[filter] !== undefined);
    const without =
      total > 0
        ? []
        : await Promise.all(
            chosen.map(async (filter) => ({ filter, total: await countAll(db, but(filter)) })),
          );
    return {
      cards: await listCards(db, viewer, all, page),
      total,
      page,
      pageCount,
      facets: { groups, sectors: bySector, cities: byCity },
      without: without.filter((one) => one.total > 0),
    };
  });
}

const FILTER_NAMES: readonly ProjectFilterName[] = ["q", "type", "sectors", "cities"];

function searched(viewer: Viewer | null, q: string): SQL[] {
  const column = viewer?.status === "active" ? entries.searchMembers : entries.searchPublic;
  const patterns = searchPatterns(q);
  // Something was typed that no text can hold.
  if (q !== "" && patterns.length === 0) return [sql`false`];
  return patterns.map((pattern) => like(column, pattern));
}

function listCards(db: Database, viewer: Viewer | null, where: SQL | undefined, page: number) {
  return db
    .select(teaserColumns(viewer))
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(where)
    .orderBy(desc(entries.publishedAt), asc(entries.slug))
    .limit(PROJECTS_PER_PAGE)
    .offset((page - 1) * PROJECTS_PER_PAGE);
}

async function countAll(db: Database, where: SQL | undefined): Promise<number> {
  const [found] = await countBy(db, sql<string>`'found'`, where);
  return found?.count ?? 0;
}

function countBy(db: Database, slug: SQL<string>, where: SQL | undefined) {
  return db
    .select({ slug, count: count() })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(where)
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}

/** The newest listed projects that look for partners, as anybody may read them; `most` of them, 24 at most. */
export async function listSeekingProjects(most: number): Promise<ProjectTeaser[]> {
  const isSeeking = and(isListed(), eq(projects.progress, "seeking-partners"));
  const cards = await query((db) => listCards(db, null, isSeeking, 1));
  return cards.slice(0, most);
}

/** Where every listed project of an active member stands and when it last changed, for search engines. */
export async function listPublishedAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return query((db) =>
    db
      .select({ slug: entries.slug, updatedAt: entries.updatedAt })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isListed())
      .orderBy(asc(entries.slug)),
  );
}

/**
 * The published projects of members, newest first, for active accounts that may know who proposes them: not those
 * whose owner shows themselves only to accepted contacts, unless the viewer is one, or it is their own. Those of a
 * member who is not active are seen by themselves and the club team alone. `isPreview` leaves out what the viewer reads
 * only as the owner: an accepted contact of one project is none of the others.
 */
export async function listProjectsOfMembers(
  viewer: Viewer,
  memberIds: string[],
  isPreview = false,
) {
  if (viewer.status !== "active" || memberIds.length === 0) return [];
  const isOpen = isStaff(viewer) ? undefined : isPublished;
  const isOwn = isPreview ? undefined : eq(accounts.id, viewer.accountId);
  return query((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        publishedAt: entries.publishedAt,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          inArray(entries.ownerId, memberIds),
          eq(entries.moderation, "published"),
          isOpen && or(isOpen, isOwn),
          or(isOwn, eq(entries.ownerLevel, "members"), acceptedContact(viewer)),
        ),
      )
      .orderBy(desc(entries.publishedAt), asc(entries.slug)),
  );
}

/**
 * The published projects of one member, as `listProjectsOfMembers` shows them to the viewer. `as` previews one's own
 * page through other eyes and is ignored on anybody else's; to visitors no project says whose it is.
 */
export async function listProjectsOfMember(viewer: Viewer, memberId: string, as?: ViewAs) {
  const eyes = viewer.memberId === memberId ? as : undefined;
  return eyes === "public" ? [] : listProjectsOfMembers(viewer, [memberId], eyes !== undefined);
}
