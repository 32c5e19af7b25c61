import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ProjectLevel } from "@/db/enums";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import { lockOwnProject } from "../locked/queries";
import { canSetLevels } from "../policy";
import { projectEvent } from "../project-event";
import { findShown } from "../shown.queries";

/**
 * Says who reads the full text of a published project and who learns who proposes it; at once, search included.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function setLevels(
  tx: Transaction,
  viewer: Viewer,
  input: {
    projectId: string;
    version: number;
    textLevel: ProjectLevel;
    ownerLevel: ProjectLevel;
  },
): Promise<void> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canSetLevels(viewer, project), "moveNotAllowed");
  const { textLevel, ownerLevel } = input;
  const { id, version } = project;
  await tx
    .update(projects)
    .set({
      textLevel,
      ownerLevel,
      ...(await findShown(tx, { ...project, textLevel, ownerLevel })),
      version: version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(projects.id, id), eq(projects.version, version)));
  const event = projectEvent("project.levels-set", project, { textLevel, ownerLevel });
  await recordEvent(tx, viewer, event);
}
