import "server-only";
import { and, eq } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { type LockedProject, lockProject } from "./locked.queries";
import { projectEvent } from "./project-event";
import { findShown } from "./shown.queries";
import { isProject } from "./sight.queries";

const isOnline = and(isProject, eq(entries.moderation, "published"));

/**
 * Finds anew, for each published project, what of its sectors and cities is shown to whoever may not know its owner:
 * people come to the directory and leave it. `version` stays, so that nobody's editing is disturbed.
 */
export async function coarsenProjects(): Promise<Counts> {
  const rows = await query((db) => db.select({ id: entries.id }).from(entries).where(isOnline));
  const ids = rows.map(({ id }) => id);
  const { done, failed } = await oneByOne("coarsen-unnamed", ids, (projectId) =>
    transaction(async (tx) => {
      const project = await lockProject(tx, projectId);
      authorize(project.moderation === "published");
      const isChanged = await coarsen(tx, project);
      if (isChanged) await record(tx, null, projectEvent("project.shown-changed", project));
      return isChanged;
    }),
  );
  return { coarsened: done, failed };
}

/**
 * The same at once for the published projects of somebody who leaves the directory: from then on nobody finds them by
 * sectors and cities that are no longer shown.
 */
export async function coarsenProjectsOf(tx: Transaction, accountId: string): Promise<void> {
  const rows = await tx
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(members, eq(members.id, entries.ownerId))
    .where(and(isOnline, eq(members.accountId, accountId)))
    .orderBy(entries.id);
  for (const { id } of rows) {
    const project = await lockProject(tx, id);
    authorize(project.ownerAccountId === accountId);
    if (project.moderation !== "published" || !(await coarsen(tx, project))) continue;
    await record(tx, null, projectEvent("project.shown-changed", project));
  }
}

/** Whether anything of it had to change. */
async function coarsen(tx: Transaction, project: LockedProject): Promise<boolean> {
  const shown = await findShown(tx, project);
  const isKept =
    isSame(shown.shownSectors, project.shownSectors) &&
    isSame(shown.shownPlaces, project.shownPlaces) &&
    shown.searchMembers === project.searchMembers &&
    shown.searchPublic === project.searchPublic;
  if (isKept) return false;
  await tx.update(entries).set(shown).where(eq(entries.id, project.id));
  return true;
}

const isSame = (one: string[], other: string[]) => one.join() === other.join();
