import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { wasHandedIn } from "@/lib/entries/draft-slug";
import { canEraseDraft } from "@/lib/entries/policy";
import { lockOwnProject } from "./locked.queries";
import { projectEvent } from "./project-event";

/**
 * Deletes a draft that was never handed in, with its files, for good; its trail keeps that there was one.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function eraseDraft(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; version: number },
) {
  const project = await lockOwnProject(tx, viewer, input);
  const facts = { ...project, wasHandedIn: wasHandedIn(project) };
  authorize(canEraseDraft(viewer, facts), "moveNotAllowed");
  const [answer] = await tx.execute<{ isGone: boolean }>(
    sql`select club_erase_draft(${project.id}) as "isGone"`,
  );
  authorize(answer?.isGone === true, "moveNotAllowed");
  await record(tx, viewer, projectEvent("project.erased", project));
}
