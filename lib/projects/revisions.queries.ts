import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projectRevisions, projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { getProjectDossier, submittedColumns } from "./dossiers.queries";
import { settingsOf } from "./project-content";
import { readContent } from "./stored-content";

/** Edits of published projects that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedRevisions(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  const { id, submittedAt } = projectRevisions;
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id, submittedAt })
      .from(projectRevisions)
      .innerJoin(projects, eq(projects.id, projectRevisions.projectId))
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(projectRevisions.state, "submitted"))
      .orderBy(asc(submittedAt)),
  );
}

/** An edit that was handed in, with the live text beside it; null for a draft and for anybody but the club team. */
export async function getRevisionDossier(viewer: Viewer | null, revisionId: string) {
  const { id, projectId, state, content, lastRead, stale, version, submittedAt } = projectRevisions;
  const [revision] = await query((db) =>
    db
      .select({ id, projectId, state, content, lastRead, stale, version, submittedAt })
      .from(projectRevisions)
      .where(eq(id, revisionId)),
  );
  if (!revision?.submittedAt || revision.state === "draft") return null;
  const project = await getProjectDossier(viewer, revision.projectId);
  if (!project) return null;
  const live = project.content;
  const proposed = readContent(revision.content, live);
  const read = revision.lastRead ? readContent(revision.lastRead, settingsOf(live)) : null;
  return { ...revision, lastRead: read, proposed, live, project };
}
