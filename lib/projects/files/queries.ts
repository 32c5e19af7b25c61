import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ENTRY_LEVELS } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { readFile } from "@/lib/core/files/kept-file";
import { isSlug } from "@/lib/core/text/slug";
import { noteAccess } from "@/lib/entries/accesses.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { sightColumns } from "@/lib/entries/sight.queries";
import { acceptedContact, getProjectInSight, isProject } from "../sight.queries";
import { canAttachFile, canOpenFile } from "./policy";

export type FilesPage = NonNullable<Awaited<ReturnType<typeof listFiles>>>;

/**
 * The files of a project that the viewer may open, in the order they came; null when the project is out of sight.
 * `hidden` counts those that an accepted interest would open. Their names were not read.
 */
export async function listFiles(viewer: Viewer | null, slug: string) {
  const project = await readProject(viewer, slug);
  if (!project) return null;
  const { id, name, level, createdAt } = entryFiles;
  const { kind, size, width, height } = files;
  const isThere = and(eq(entryFiles.entryId, project.id), isNull(entryFiles.removedAt));
  const open = ENTRY_LEVELS.filter((one) => canOpenFile(viewer, project, one));
  const shown = sql<string>`case when ${inArray(level, open)} then ${name} end`;
  const all = await query((db) =>
    db
      .select({ id, name: shown, kind, level, size, width, height, createdAt })
      .from(entryFiles)
      .innerJoin(files, eq(files.id, entryFiles.fileId))
      .where(isThere)
      .orderBy(asc(createdAt)),
  );
  const opened = all.filter((file) => open.includes(file.level));
  const isMember = viewer?.status === "active";
  return {
    files: opened,
    hidden: isMember ? all.length - opened.length : 0,
    isOwn: ownsEntry(viewer, project),
    canAttach: canAttachFile(viewer, project),
  };
}

/**
 * A file with its bytes for whoever may open it; null for anybody else and for one that was removed. An accepted
 * contact's opening of what is behind acceptance is noted.
 */
export async function getFile(viewer: Viewer | null, slug: string, fileId: string) {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId);
  const project = isId ? await readProject(viewer, slug) : null;
  if (!project || !viewer) return null;
  const isThis = and(eq(entryFiles.id, fileId), eq(entryFiles.entryId, project.id));
  const { name, level, fileId: kept } = entryFiles;
  const [fact] = await query((db) =>
    db.select({ name, level, kept }).from(entryFiles).where(isThis),
  );
  if (!fact?.kept || !canOpenFile(viewer, project, fact.level)) return null;
  const file = await readFile(fact.kept);
  const isBehind = fact.level === "contacts" || project.textLevel === "contacts";
  if (file && isBehind && project.isContact && !ownsEntry(viewer, project)) {
    await noteAccess(viewer, project.id, fileId);
  }
  return file && { name: fact.name, ...file };
}

/** A project in sight, or handed in for the club team. */
async function readProject(viewer: Viewer | null, slug: string) {
  const inSight = await getProjectInSight(viewer, slug);
  if (inSight || !isStaff(viewer) || !isSlug(slug)) return inSight;
  const wasHandedIn = and(isNotNull(entries.submittedAt), ne(entries.moderation, "draft"));
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        submittedAt: entries.submittedAt,
        ...sightColumns(acceptedContact(viewer)),
      })
      .from(entries)
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isProject, eq(entries.slug, slug), wasHandedIn)),
  );
  return row ?? null;
}
