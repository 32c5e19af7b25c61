import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { noteReading } from "@/lib/core/events/note-reading";
import { settingsOf } from "@/lib/entries/content";
import { canReadDossier, ownsEntry } from "@/lib/entries/policy";
import { factColumns } from "@/lib/entries/sight.queries";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/queries";
import { contentOf, PROJECT, readContent } from "./project";
import { contentColumns, isProject } from "./sight.queries";

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
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  owner: ownerColumns(viewer),
});

/** Projects that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedProjects(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id: entries.id, submittedAt: entries.submittedAt })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(entries.moderation, "submitted"))
      .orderBy(asc(entries.submittedAt)),
  );
}

/**
 * A project that was handed in, with its owner, for the decision; null for a draft and for anybody but the club team.
 * `lastRead` is what they had read when they last sent it back, null if they never did.
 */
export async function getProjectDossier(viewer: Viewer | null, projectId: string) {
  const [row] = await query((db) =>
    db
      .select({ ...dossierColumns(viewer), ...factColumns })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(eq(entries.id, projectId)),
  );
  if (!row || !canReadDossier(viewer, row)) return null;
  noteReading(viewer, { name: "dossier.read", subjectType: "project", subjectId: projectId });
  const lastRead = row.lastRead ? readContent(row.lastRead, settingsOf(PROJECT, row)) : null;
  return { ...row, lastRead, content: contentOf(row), isOwn: ownsEntry(viewer, row) };
}

const dossierColumns = (viewer: Viewer | null) => ({
  ...contentColumns,
  id: entries.id,
  slug: entries.slug,
  version: entries.version,
  submittedAt: entries.submittedAt,
  lastRead: entries.lastRead,
  publishedAt: entries.publishedAt,
  owner: ownerColumns(viewer),
  organisation: organisations.name,
});

/** Edits of published projects that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedRevisions(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  const { id, submittedAt } = entryRevisions;
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id, submittedAt })
      .from(entryRevisions)
      .innerJoin(entries, eq(entries.id, entryRevisions.entryId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isProject, eq(entryRevisions.state, "submitted")))
      .orderBy(asc(submittedAt)),
  );
}

/** An edit that was handed in, with the live text beside it; null for a draft and for anybody but the club team. */
export async function getRevisionDossier(viewer: Viewer | null, revisionId: string) {
  const { id, entryId, state, content, lastRead, stale, version, submittedAt } = entryRevisions;
  const [revision] = await query((db) =>
    db
      .select({ id, entryId, state, content, lastRead, stale, version, submittedAt })
      .from(entryRevisions)
      .where(eq(id, revisionId)),
  );
  if (!revision?.submittedAt || revision.state === "draft") return null;
  const project = await getProjectDossier(viewer, revision.entryId);
  if (!project) return null;
  const live = project.content;
  const proposed = readContent(revision.content, live);
  const read = revision.lastRead ? readContent(revision.lastRead, settingsOf(PROJECT, live)) : null;
  return { ...revision, lastRead: read, proposed, live, project };
}
