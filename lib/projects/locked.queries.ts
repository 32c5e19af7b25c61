import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ModerationState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { canReadDossier, isDecided, OPEN_REVISION_STATES, ownsEntry } from "@/lib/entries/policy";
import { contentOf, type ProjectContent, readContent } from "./project";
import { projectColumns } from "./sight.queries";

export type LockedProject = Awaited<ReturnType<typeof lockProject>>;

/** A project with its owner, held until the transaction ends. Throws `notFound`. */
export async function lockProject(tx: Transaction, projectId: string) {
  const [row] = await tx
    .select({
      ...projectColumns,
      ownerAccountId: accounts.id,
      ownerStatus: accounts.status,
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(entries.id, projectId))
    // Both: whoever waited reads anew only what they lock.
    .for("no key update", { of: [entries, projects] });
  if (!row) throw new AppError("notFound");
  return row;
}

export const revisionColumns = {
  id: entryRevisions.id,
  entryId: entryRevisions.entryId,
  state: entryRevisions.state,
  content: entryRevisions.content,
  stale: entryRevisions.stale,
  version: entryRevisions.version,
};

/** The open edit of a project that is locked, held like it, with the live text where it says nothing; null for none. */
export async function lockOpenRevision(tx: Transaction, project: ProjectContent & { id: string }) {
  const isOpen = inArray(entryRevisions.state, OPEN_REVISION_STATES);
  const [row] = await tx
    .select(revisionColumns)
    .from(entryRevisions)
    .where(and(eq(entryRevisions.entryId, project.id), isOpen))
    .for("no key update");
  return row ? { ...row, content: readContent(row.content, contentOf(project)) } : null;
}

/** One's own project as a form has it. Throws `notFound` for anybody else's, `conflict` when it has changed. */
export async function lockOwnProject(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; version: number },
): Promise<LockedProject> {
  const project = await lockProject(tx, input.projectId);
  authorize(ownsEntry(viewer, project));
  authorize(project.version === input.version, "conflict");
  return project;
}

/**
 * What stands between the club team and a decision on a project, or an edit of it (`what`), as a form has it. Throws
 * `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export function requireToDecide(
  viewer: Viewer,
  project: LockedProject,
  what: { state: ModerationState; version: number },
  input: { version: number },
): void {
  authorize(canReadDossier(viewer, project));
  authorize(!ownsEntry(viewer, project), "notOnYourself");
  authorize(!isDecided(what.state), "alreadyDecided");
  authorize(what.state === "submitted", "moveNotAllowed");
  authorize(what.version === input.version, "conflict");
}
