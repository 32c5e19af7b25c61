import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { entryEvent } from "@/lib/entries/entry-event";
import { OPEN_REVISION_STATES } from "@/lib/entries/policy";
import { lockOwnProject } from "./locked.queries";
import { canRenewProject } from "./policy";
import { deadlineFault } from "./project-deadline";

/**
 * Moves the deadline of a published project to another day (`YYYY-MM-DD`) from today on, 24 months ahead at most: an
 * expired one is listed again, and its owner is warned anew; a nearer day is an event of its own. An open edit that holds
 * the old day goes along. Gives whether the new day is later. Throws `notFound`, `conflict`, `moveNotAllowed`, and on
 * `deadline` `dayPassed`, `deadlineTooFar`, `deadlineUnchanged`.
 */
export async function renewProject(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; version: number; deadline: string },
): Promise<{ isLater: boolean }> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canRenewProject(viewer, project), "moveNotAllowed");
  const { id, deadline: before } = project;
  const { deadline } = input;
  const fault =
    deadlineFault(input, today()) ?? (deadline === before ? ("deadlineUnchanged" as const) : null);
  if (fault) throw new AppError(fault, { field: "deadline" });
  const isLater = before === null || deadline > before;
  const name = isLater ? "renewed" : "brought-forward";
  const event = entryEvent(project, name, { from: before, to: deadline });
  await changeEntry(tx, viewer, project, { deadline }, event);
  await tx
    .update(entryRevisions)
    .set({
      content: sql`jsonb_set(${entryRevisions.content}, '{deadline}', to_jsonb(${deadline}::text))`,
      version: sql`${entryRevisions.version} + 1`,
    })
    .where(
      and(
        eq(entryRevisions.entryId, id),
        inArray(entryRevisions.state, OPEN_REVISION_STATES),
        eq(sql`${entryRevisions.content} ->> 'deadline'`, before),
      ),
    );
  return { isLater };
}
