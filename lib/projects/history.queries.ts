import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import {
  canReadHistory,
  canRestoreVersion,
  OPEN_REVISION_STATES,
  type OpenRevisionState,
  ownsEntry,
} from "@/lib/entries/policy";
import { factColumns } from "@/lib/entries/sight.queries";
import { readContent } from "./project";

export type ProjectHistory = NonNullable<Awaited<ReturnType<typeof getHistory>>>;
export type ProjectVersion = ProjectHistory["versions"][number];

/** The most that a page shows. */
const SHOWN = 50;

/**
 * Every text of a project that was ever online or restored, the newest first, for its owner and the club team; null
 * for anybody else. `files` names what was attached and whether it still is; `open` is what a restored text goes into.
 */
export async function getHistory(viewer: Viewer, slug: string) {
  if (!isSlug(slug)) return null;
  const [project] = await query((db) =>
    db
      .select({
        ...factColumns,
        id: entries.id,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        version: entries.version,
        deadline: projects.deadline,
        submittedAt: entries.submittedAt,
        revisionId: entryRevisions.id,
        revisionVersion: entryRevisions.version,
        revision: sql<OpenRevisionState | null>`${entryRevisions.state}`,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(
        entryRevisions,
        and(
          eq(entryRevisions.entryId, entries.id),
          inArray(entryRevisions.state, OPEN_REVISION_STATES),
        ),
      )
      .where(eq(entries.slug, slug)),
  );
  if (!project || !canReadHistory(viewer, project)) return null;
  const [versions, files] = await Promise.all([readVersions(project), readFiles(project.id)]);
  const { id, title, originalLocale, moderation, revisionId, revisionVersion } = project;
  return {
    project: { id, slug, title, originalLocale, moderation, deadline: project.deadline },
    isOwn: ownsEntry(viewer, project),
    canRestore: canRestoreVersion(viewer, project),
    open: { revisionId, version: revisionVersion ?? project.version },
    versions: versions.map(({ files: attached, ...version }) => ({
      ...version,
      files: files.filter((file) => attached.includes(file.id)),
    })),
  };
}

async function readVersions({ id, originalLocale }: { id: string; originalLocale: Locale }) {
  const { number, cause, content, files, createdAt } = entryVersions;
  const rows = await query((db) =>
    db
      .select({ number, cause, content, files, createdAt })
      .from(entryVersions)
      .where(eq(entryVersions.entryId, id))
      .orderBy(desc(number))
      .limit(SHOWN),
  );
  return rows.map((row) => ({ ...row, content: readContent(row.content, { originalLocale }) }));
}

async function readFiles(projectId: string) {
  const { id, name, removedAt } = entryFiles;
  const rows = await query((db) =>
    db
      .select({ id, name, removedAt })
      .from(entryFiles)
      .where(eq(entryFiles.entryId, projectId))
      .orderBy(asc(entryFiles.createdAt)),
  );
  return rows.map((file) => ({ id: file.id, name: file.name, isGone: file.removedAt !== null }));
}
