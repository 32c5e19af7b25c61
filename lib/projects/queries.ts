import "server-only";
import {
  and,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  inArray,
  like,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { ProfileType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projectRevisions, projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { sightOf } from "@/lib/members/policy";
import { getMember, seen } from "@/lib/members/queries";
import { searchPatterns } from "@/lib/search/search-words";
import {
  canReadDossier,
  canSeeProjectText,
  OPEN_REVISION_STATES,
  type OpenRevisionState,
  ownsProject,
} from "./policy";
import { contentOf } from "./project-content";
import {
  groupOf,
  PROJECTS_PER_PAGE,
  type ProjectFilters,
  type ProjectGroup,
  typesOf,
} from "./project-filters";
import { isSlug } from "./project-slug";

/** What anybody may read of a published project. */
const publicColumns = {
  originalLocale: projects.originalLocale,
  profileType: projects.profileType,
  kind: projects.kind,
  title: projects.title,
  teaser: projects.teaser,
  stale: projects.stale,
  sectors: projects.sectors,
  cities: projects.cities,
  partnershipTypes: projects.partnershipTypes,
  developmentStage: projects.developmentStage,
  progress: projects.progress,
  languages: projects.languages,
  budgetBand: projects.budgetBand,
  deadline: projects.deadline,
};

const teaserColumns = {
  ...publicColumns,
  slug: projects.slug,
  publishedAt: projects.publishedAt,
  /** "SME, Lyon": the owner without a name. */
  ownerKind: organisations.kind,
  ownerIsInLyon: sql<boolean>`${organisations.place} is not null`,
};

/** The rest of the text, for members. */
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
  acceptingInterests: projects.acceptingInterests,
};

/** What the policy asks of a project. */
export const factColumns = {
  moderation: projects.moderation,
  ownerAccountId: accounts.id,
  ownerStatus: accounts.status,
};

/** All that the owner writes and chooses. */
export const contentColumns = { ...publicColumns, ...textColumns, provenance: projects.provenance };

const isOwners = eq(members.id, projects.ownerId);
const isAccountOfOwner = eq(accounts.id, members.accountId);
const isMainAffiliation = and(eq(affiliations.memberId, members.id), affiliations.isMain);
const isMainOrganisation = eq(organisations.id, affiliations.organisationId);
export const isPublished = and(eq(projects.moderation, "published"), eq(accounts.status, "active"));

export type ProjectTeaser = Awaited<ReturnType<typeof listCards>>[number];

export type ProjectFacets = {
  groups: Record<ProjectGroup, number>;
  sectors: { slug: string; count: number }[];
  cities: { slug: string; count: number }[];
};

/**
 * One page of the published projects of active members, newest first, as anybody may read them. Visitors search title
 * and teaser, active accounts the full text. Each facet counts what its choices would give beside the other filters.
 */
export async function listPublishedProjects(
  viewer: Viewer | null,
  filters: ProjectFilters,
): Promise<{ cards: ProjectTeaser[]; total: number; facets: ProjectFacets }> {
  const { q, type, sectors, cities } = filters;
  const asked = {
    q: and(...searched(viewer, q)),
    type: type ? inArray(projects.profileType, typesOf(type)) : undefined,
    sectors: sectors.length > 0 ? arrayOverlaps(projects.sectors, sectors) : undefined,
    cities: cities.length > 0 ? arrayOverlaps(projects.cities, cities) : undefined,
  };
  const all = and(isPublished, ...Object.values(asked));
  const but = (facet: keyof typeof asked) =>
    and(isPublished, ...Object.values({ ...asked, [facet]: undefined }));
  return query(async (db) => {
    const [cards, [found], types, bySector, byCity] = await Promise.all([
      listCards(db, all, filters.page),
      countBy(db, sql<string>`'found'`, all),
      countBy(db, sql<string>`${projects.profileType}`, but("type")),
      countBy(db, sql<string>`unnest(${projects.sectors})`, but("sectors")),
      countBy(db, sql<string>`unnest(${projects.cities})`, but("cities")),
    ]);
    const groups = { offers: 0, requests: 0, rd: 0 };
    for (const { slug, count: more } of types) groups[groupOf(slug as ProfileType)] += more;
    return {
      cards,
      total: found?.count ?? 0,
      facets: { groups, sectors: bySector, cities: byCity },
    };
  });
}

function searched(viewer: Viewer | null, q: string): SQL[] {
  const column = viewer?.status === "active" ? projects.searchMembers : projects.searchPublic;
  const patterns = searchPatterns(q);
  // Something was typed that no text can hold.
  if (q !== "" && patterns.length === 0) return [sql`false`];
  return patterns.map((pattern) => like(column, pattern));
}

export function listCards(db: Database, where: SQL | undefined, page: number) {
  return db
    .select(teaserColumns)
    .from(projects)
    .innerJoin(members, isOwners)
    .innerJoin(accounts, isAccountOfOwner)
    .leftJoin(affiliations, isMainAffiliation)
    .leftJoin(organisations, isMainOrganisation)
    .where(where)
    .orderBy(desc(projects.publishedAt), asc(projects.slug))
    .limit(PROJECTS_PER_PAGE)
    .offset((page - 1) * PROJECTS_PER_PAGE);
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

export type ProjectPage = NonNullable<Awaited<ReturnType<typeof getProject>>>;

/**
 * A project at its address, or null when it is out of the viewer's sight: published ones of active members for all,
 * the owner's own in every state. `full` is null for visitors: the text and who proposes it were not even read.
 */
export async function getProject(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({ ...teaserColumns, ...factColumns, id: projects.id, ownerSlug: members.slug })
      .from(projects)
      .innerJoin(members, isOwners)
      .innerJoin(accounts, isAccountOfOwner)
      .leftJoin(affiliations, isMainAffiliation)
      .leftJoin(organisations, isMainOrganisation)
      .where(and(eq(projects.slug, slug), isInSight(viewer))),
  );
  if (!row) return null;
  const { id, ownerSlug, ownerAccountId, ownerStatus, moderation, ...teaser } = row;
  const facts = { moderation, ownerAccountId, ownerStatus };
  const isOwn = ownsProject(viewer, facts);
  if (!viewer || !canSeeProjectText(viewer, facts)) return { teaser, isOwn, full: null };
  const [[text], owner] = await Promise.all([
    query((db) => db.select(textColumns).from(projects).where(eq(projects.id, id))),
    getMember(viewer, ownerSlug),
  ]);
  return { teaser, isOwn, full: text ? { ...text, owner } : null };
}

function isInSight(viewer: Viewer | null): SQL | undefined {
  return or(
    isPublished,
    viewer ? eq(accounts.id, viewer.accountId) : undefined,
    isStaff(viewer) ? eq(projects.moderation, "published") : undefined,
  );
}

export type OwnProjectRow = Awaited<ReturnType<typeof listOwnProjects>>[number];

/** All projects of the viewer, last changed first, with the state of the open edit, if any. */
export async function listOwnProjects(viewer: Viewer) {
  return query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        profileType: projects.profileType,
        moderation: projects.moderation,
        progress: projects.progress,
        updatedAt: projects.updatedAt,
        revision: sql<OpenRevisionState | null>`${projectRevisions.state}`,
      })
      .from(projects)
      .innerJoin(members, isOwners)
      .leftJoin(projectRevisions, and(eq(projectRevisions.projectId, projects.id), isOpenRevision))
      .where(eq(members.accountId, viewer.accountId))
      .orderBy(desc(projects.updatedAt)),
  );
}

const isOpenRevision = inArray(projectRevisions.state, OPEN_REVISION_STATES);

/** Who proposes a project, for the club team, as far as the person shows it to them. */
const ownerColumns = (viewer: Viewer | null) => ({
  accountId: accounts.id,
  status: accounts.status,
  locale: accounts.locale,
  slug: members.slug,
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  nameZh: seen(sightOf(viewer), "nameZh", members.nameZh),
});

export const submittedColumns = (viewer: Viewer) => ({
  slug: projects.slug,
  title: projects.title,
  originalLocale: projects.originalLocale,
  owner: ownerColumns(viewer),
});

/** Projects that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedProjects(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id: projects.id, submittedAt: projects.submittedAt })
      .from(projects)
      .innerJoin(members, isOwners)
      .innerJoin(accounts, isAccountOfOwner)
      .where(eq(projects.moderation, "submitted"))
      .orderBy(asc(projects.submittedAt)),
  );
}

/** A project that was handed in, with its owner, for the decision; null for a draft and for anybody but the club team. */
export async function getProjectDossier(viewer: Viewer | null, projectId: string) {
  const [row] = await query((db) =>
    db
      .select({ ...dossierColumns(viewer), ...factColumns })
      .from(projects)
      .innerJoin(members, isOwners)
      .innerJoin(accounts, isAccountOfOwner)
      .leftJoin(affiliations, isMainAffiliation)
      .leftJoin(organisations, isMainOrganisation)
      .where(eq(projects.id, projectId)),
  );
  if (!row || !canReadDossier(viewer, row)) return null;
  return { ...row, content: contentOf(row), isOwn: ownsProject(viewer, row) };
}

const dossierColumns = (viewer: Viewer | null) => ({
  ...contentColumns,
  id: projects.id,
  slug: projects.slug,
  version: projects.version,
  submittedAt: projects.submittedAt,
  publishedAt: projects.publishedAt,
  owner: ownerColumns(viewer),
  organisation: organisations.name,
});
