import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { projectRevisions, projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { lockOwnProject } from "../locked/queries";
import { canRenewProject, OPEN_REVISION_STATES } from "../policy";
import { projectEvent } from "../project-event";

/**
 * Prolongs the deadline of a published project to a later day (`YYYY-MM-DD`): an expired one is listed again, and its
 * owner is warned anew. An open edit that holds the old day goes along. Throws `notFound`, `conflict`,
 * `moveNotAllowed`, and on `deadline` `dayPassed`, `dayNotLater`.
 */
export async function renewProject(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; version: number; deadline: string },
): Promise<void> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canRenewProject(viewer, project), "moveNotAllowed");
  const { id, version, deadline: before } = project;
  const { deadline } = input;
  if (deadline < today()) throw new AppError("dayPassed", { field: "deadline" });
  if (before !== null && deadline <= before) {
    throw new AppError("dayNotLater", { field: "deadline" });
  }
  await tx
    .update(projects)
    .set({ deadline, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(projects.id, id), eq(projects.version, version)));
  await tx
    .update(projectRevisions)
    .set({
      content: sql`jsonb_set(${projectRevisions.content}, '{deadline}', to_jsonb(${deadline}::text))`,
      version: sql`${projectRevisions.version} + 1`,
    })
    .where(
      and(
        eq(projectRevisions.projectId, id),
        inArray(projectRevisions.state, OPEN_REVISION_STATES),
        eq(sql`${projectRevisions.content} ->> 'deadline'`, before),
      ),
    );
  const data = { from: before, to: deadline };
  await recordEvent(tx, viewer, projectEvent("project.renewed", project, data));
}
