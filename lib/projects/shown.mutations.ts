import "server-only";
import { eq } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { projects } from "@/db/schema/projects";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { lockProject } from "./locked/queries";
import { projectEvent } from "./project-event";
import { findShown } from "./shown.queries";

const isOnline = eq(projects.moderation, "published");

/**
 * Finds anew, for each published project, what of its sectors and cities is shown to whoever may not know its owner:
 * people come to the directory and leave it. `version` stays, so that nobody's editing is disturbed.
 */
export async function coarsenProjects(): Promise<Counts> {
  const rows = await query((db) => db.select({ id: projects.id }).from(projects).where(isOnline));
  const ids = rows.map(({ id }) => id);
  const { done, failed } = await oneByOne("coarsen-unnamed", ids, (projectId) =>
    transaction(async (tx) => {
      const project = await lockProject(tx, projectId);
      authorize(project.moderation === "published");
      const shown = await findShown(tx, project);
      const isKept =
        isSame(shown.shownSectors, project.shownSectors) &&
        isSame(shown.shownPlaces, project.shownPlaces) &&
        shown.searchMembers === project.searchMembers &&
        shown.searchPublic === project.searchPublic;
      if (isKept) return false;
      await tx.update(projects).set(shown).where(eq(projects.id, projectId));
      await recordEvent(tx, null, projectEvent("project.shown-changed", project));
      return true;
    }),
  );
  return { coarsened: done, failed };
}

const isSame = (one: string[], other: string[]) => one.join() === other.join();
