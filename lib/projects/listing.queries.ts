import "server-only";
import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import type { ProfileType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { namedTo } from "@/lib/entries/shown.queries";
import { isPublished, isPublishedToAll } from "@/lib/entries/sight.queries";
import type { ViewAs } from "@/lib/members/policy";
import type { LineList } from "@/lib/search/line-sources.queries";
import { type Count, countWithout, type Found, findLines } from "@/lib/search/lines.queries";
import { foundOf } from "@/lib/search/list-page";
import { groupOf, PROJECTS_PER_PAGE, type ProjectFilters, typesOf } from "./project-filters";
import { acceptedContact, isListed, isProject, teaserColumns } from "./sight.queries";

export type ProjectTeaser = Awaited<ReturnType<typeof selectCards>>[number];

/** `count` is null where so many are found that they were not counted. */
type ProjectFacet = { slug: string; count: number | null };

export type ProjectFacets = {
  /** By `ProjectGroup`; none where they were not counted. */
  groups: Record<string, number>;
  sectors: ProjectFacet[];
  cities: ProjectFacet[];
};

/** A filter of the list that can be let go. */
type ProjectFilterName = "q" | "type" | "sectors" | "cities";

export type ProjectList = Count & {
  cards: ProjectTeaser[];
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut: boolean;
  facets: ProjectFacets;
  /** When nothing is found: how many there would be without one of the filters. */
  without: ({ filter: ProjectFilterName } & Count)[];
};

/**
 * One page of the listed projects of active members, newest first, the last one for any past it, as anybody may read
 * them; asked for by sectors and cities only as far as a row shows them. Visitors search title and teaser, active
 * accounts also the full text that all members may read. Each facet counts what its choices would give beside the
 * other filters.
 */
export const listPublishedProjects = (viewer: Viewer | null, filters: ProjectFilters) =>
  query((db) => readProjects(db, viewer, filters));

/** The same on a connection of one's own. */
export async function readProjects(
  db: Database | Transaction,
  viewer: Viewer | null,
  filters: ProjectFilters,
): Promise<ProjectList> {
  const { q, type, sectors, cities, page } = filters;
  const chosen = { type: type ? typesOf(type) : [], sectors, cities };
  const asked = { q, chosen, page, sort: "newest" } as const;
  const audience = mayRead(viewer) ? "members" : "public";
  const list: LineList = { kind: "project", audience };
  const found = await findLines(db, list, asked, { cards: cardsFor(db, viewer) });
  return {
    cards: found.cards,
    total: found.total,
    isMore: found.isMore,
    page: found.page,
    pageCount: found.pageCount,
    isCut: found.isCut,
    facets: toFacets(found.counts),
    without: found.total === 0 ? await countWithout(db, list, asked, found) : [],
  };
}

/** Of lines by their keys and in their order; what is no longer listed is left out. */
const cardsFor = (db: Database | Transaction, viewer: Viewer | null) => (keys: SQL) =>
  selectCards(db, viewer)
    .where(and(sql`${entries.id} = any (${keys})`, isListed()))
    .orderBy(sql`array_position(${keys}, ${entries.id})`);

function selectCards(db: Database | Transaction, viewer: Viewer | null) {
  const owner = namedTo(db, viewer);
  return db
    .select(teaserColumns(viewer, owner.isNamed))
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .crossJoinLateral(owner);
}

function toFacets(counts: Found["counts"]): ProjectFacets {
  return {
    groups: sumGroups(foundOf(counts, "type")),
    sectors: foundOf(counts, "sectors"),
    cities: foundOf(counts, "cities"),
  };
}

function sumGroups(types: ProjectFacet[]): ProjectFacets["groups"] {
  const groups = { offers: 0, requests: 0, rd: 0 };
  for (const { slug, count } of types) {
    if (count === null) return {};
    groups[groupOf(slug as ProfileType)] += count;
  }
  return groups;
}

/** As their index holds them; a word of the statement, since a kept plan would not know what a parameter is. */
const isPublishedProject = and(isProject, sql`${entries.moderation} = 'published'`);

/** The newest listed projects that look for partners, as anybody may read them; `most` of them, 24 at most. */
export async function listSeekingProjects(
  most: number,
  read: Read = query,
): Promise<ProjectTeaser[]> {
  const isSeeking = and(isListed(isPublishedToAll), eq(projects.progress, "seeking-partners"));
  return read((db) =>
    selectCards(db, null)
      .where(and(isPublishedProject, isSeeking))
      .orderBy(desc(entries.publishedAt), asc(entries.slug))
      .limit(Math.min(most, PROJECTS_PER_PAGE)),
  );
}

/** Where every listed project of an active member stands. */
export const listPublishedAddresses = () => listAddresses("project", isListed(isPublishedToAll));

/** The newest listed ones, for feeds. */
export const listNewestProjects = (read?: Read) =>
  listNewest("project", isListed(isPublishedToAll), { read });

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
  if (!mayRead(viewer) || memberIds.length === 0) return [];
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
