import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  like,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { cache } from "react";
import { type Database, query } from "@/db/client";
import type { ProfileType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { getMember } from "@/lib/members/queries";
import { searchPatterns } from "@/lib/search/search-words";
import { noteAccess } from "./accesses.queries";
import { canSeeProjectOwner, canSeeProjectText, ownsProject } from "./policy";
import {
  groupOf,
  PROJECTS_PER_PAGE,
  type ProjectFilters,
  type ProjectGroup,
  typesOf,
} from "./project-filters";
import { isSlug } from "./project-slug";
import { eachShown, isAskedFor, shownColumns } from "./shown.queries";
import { isInSight, sightColumns } from "./sight.queries";

/** What anybody may read of a published project. */
const publicColumns = {
  originalLocale: projects.originalLocale,
  profileType: projects.profileType,
  kind: projects.kind,
  title: projects.title,
  teaser: projects.teaser,
  stale: projects.stale,
  partnershipTypes: projects.partnershipTypes,
  developmentStage: projects.developmentStage,
  progress: projects.progress,
  budgetBand: projects.budgetBand,
  deadline: projects.deadline,
  acceptingInterests: projects.acceptingInterests,
};

const teaserColumns = (viewer: Viewer | null) => ({
  ...publicColumns,
  ...shownColumns(viewer),
  slug: projects.slug,
  publishedAt: projects.publishedAt,
});

const fieldColumns = {
  sectors: projects.sectors,
  cities: projects.cities,
  languages: projects.languages,
};

/** The rest of the text, for whom its owner shows it. */
const textColumns = {
  summary: projects.summary,
  offered: projects.offered,
  sought: projects.sought,
  advantages: projects.advantages,
  partnerTask: projects.partnerTask,
  partnerRole: projects.partnerRole,
  partnerKinds: projects.partnerKinds,
  ipStatuses: projects.ipStatuses,
  startsOn: projects.startsOn,
};

/** What the policy asks of a project. */
export const factColumns = {
  moderation: projects.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
};

/** All that the owner writes and chooses. */
export const contentColumns = {
  ...publicColumns,
  ...fieldColumns,
  ...textColumns,
  provenance: projects.provenance,
  textLevel: projects.textLevel,
  ownerLevel: projects.ownerLevel,
};

const isOwners = eq(members.id, projects.ownerId);
const isAccountOfOwner = eq(accounts.id, members.accountId);
export const isPublished = and(eq(projects.moderation, "published"), eq(accounts.status, "active"));

/** Published, and its deadline has not passed in Lyon: what lists, counts and search engines show. */
export function isListed(): SQL | undefined {
  return and(isPublished, or(isNull(projects.deadline), gte(projects.deadline, today())));
}

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
  const column = viewer?.status === "active" ? projects.searchMembers : projects.searchPublic;
  const patterns = searchPatterns(q);
  // Something was typed that no text can hold.
  if (q !== "" && patterns.length === 0) return [sql`false`];
  return patterns.map((pattern) => like(column, pattern));
}

export function listCards(
  db: Database,
  viewer: Viewer | null,
  where: SQL | undefined,
  page: number,
) {
  return db
    .select(teaserColumns(viewer))
    .from(projects)
    .innerJoin(members, isOwners)
    .innerJoin(accounts, isAccountOfOwner)
    .where(where)
    .orderBy(desc(projects.publishedAt), asc(projects.slug))
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
    .from(projects)
    .innerJoin(members, isOwners)
    .innerJoin(accounts, isAccountOfOwner)
    .where(where)
    .groupBy(sql`1`)
    .orderBy(sql`2 desc, 1`);
}

/**
 * A project that stands in the viewer's sight, as anybody may read it, with what the rules ask and where its translations
 * come from; null for any other. Read once for all that a page shows of it, and itself never shown: it says whose it is.
 */
export const getProjectInSight = cache(async (viewer: Viewer | null, slug: string) => {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...teaserColumns(viewer),
        ...sightColumns(viewer),
        id: projects.id,
        submittedAt: projects.submittedAt,
        provenance: projects.provenance,
      })
      .from(projects)
      .innerJoin(members, isOwners)
      .innerJoin(accounts, isAccountOfOwner)
      .where(and(eq(projects.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
});

export type ProjectPage = NonNullable<Awaited<ReturnType<typeof getProject>>>;

/**
 * A project at its address, or null when it is out of the viewer's sight: published ones of active members for all,
 * the owner's own in every state. `full` is null for whom the text is not open, `owner` for whom its owner does not
 * show themselves: neither was even read, and sectors, cities and languages are what is shown without a name. What was
 * open by acceptance alone is noted. `owner.member` is null for somebody who left the directory.
 */
export async function getProject(viewer: Viewer | null, slug: string) {
  const row = await getProjectInSight(viewer, slug);
  if (!row) return null;
  const { id, ownerAccountId, ownerStatus, moderation, submittedAt, provenance, ...shown } = row;
  const { textLevel, ownerLevel, isContact, ...teaser } = shown;
  const isOwn = ownsProject(viewer, row);
  const [full, owner] = await Promise.all([
    canSeeProjectText(viewer, row) ? readText(id) : null,
    viewer && canSeeProjectOwner(viewer, row) ? readOwner(viewer, id) : null,
  ]);
  if (viewer && isContact && !isOwn) {
    if (full && textLevel === "contacts") await noteAccess(viewer, id, "text");
    if (owner && ownerLevel === "contacts") await noteAccess(viewer, id, "owner");
  }
  return {
    teaser: { ...teaser, ...owner?.field },
    isOwn,
    isContact,
    full,
    owner: owner && { member: owner.member },
  };
}

async function readText(id: string) {
  const [text] = await query((db) =>
    db.select(textColumns).from(projects).where(eq(projects.id, id)),
  );
  return text ?? null;
}

async function readOwner(viewer: Viewer, id: string) {
  const [row] = await query((db) =>
    db
      .select({ slug: members.slug, field: fieldColumns })
      .from(projects)
      .innerJoin(members, isOwners)
      .where(eq(projects.id, id)),
  );
  const member = row ? await getMember(viewer, row.slug) : null;
  return { member, field: member && row ? row.field : null };
}
