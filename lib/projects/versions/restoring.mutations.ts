import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { ownsEntry } from "@/lib/entries/policy";
import { lockOpenRevision, lockProject } from "../locked.queries";
import { saveProject } from "../mutations";
import { contentOf, type ProjectContent, proposedOf, readContent } from "../project";
import { projectEvent } from "../project-event";
import { proposeRevision } from "../revisions.mutations";
import { keepVersion } from "../versions.mutations";
import { canRestoreVersion } from "./policy";

/**
 * Puts an older text back: into the draft, or into the edit beside the live text, as a new version. `revisionId` and
 * `version` are those of the edit, else of the project, as the page had them. What was attached then and removed since
 * stays away: `missing` names it. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function restoreVersion(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; number: number; revisionId: string | null; version: number },
): Promise<{ slug: string; missing: string[] }> {
  const { projectId, number, revisionId, version } = input;
  const project = await lockProject(tx, projectId);
  authorize(ownsEntry(viewer, project));
  const open = await lockOpenRevision(tx, project);
  const facts = { ...project, revision: open?.state ?? null };
  authorize(canRestoreVersion(viewer, facts), "moveNotAllowed");
  const old = await readVersion(tx, projectId, number);
  const content: Partial<ProjectContent> = proposedOf(readContent(old.content, contentOf(project)));
  const isLive = project.moderation === "published";
  authorize(isLive || revisionId === null, "conflict");
  if (isLive) await proposeRevision(tx, viewer, { projectId, revisionId, version, content });
  else await saveProject(tx, viewer, { projectId, version, content });
  const restored = isLive ? await lockOpenRevision(tx, project) : null;
  await keepVersion(tx, viewer, {
    projectId,
    cause: "restored",
    ...(restored ? { restored } : {}),
  });
  await record(tx, viewer, projectEvent("project.version-restored", project, { number }));
  return { slug: project.slug, missing: await readMissing(tx, old.files) };
}

async function readVersion(tx: Transaction, projectId: string, number: number) {
  const { content, files } = entryVersions;
  const [row] = await tx
    .select({ content, files })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, projectId), eq(entryVersions.number, number)));
  if (!row) throw new AppError("notFound");
  return row;
}

async function readMissing(tx: Transaction, files: string[]): Promise<string[]> {
  const { id, name, removedAt } = entryFiles;
  const rows = await tx.select({ name, removedAt }).from(entryFiles).where(inArray(id, files));
  return rows.filter((file) => file.removedAt !== null).map((file) => file.name);
}
