import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { ModerationState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { canReadDossier, isDecided, ownsProject } from "./policy";

export type LockedProject = Awaited<ReturnType<typeof lockProject>>;

/** A project with its owner, held until the transaction ends. Throws `notFound`. */
export async function lockProject(tx: Transaction, projectId: string) {
  const [row] = await tx
    .select({
      ...getTableColumns(projects),
      ownerAccountId: accounts.id,
      ownerStatus: accounts.status,
    })
    .from(projects)
    .innerJoin(members, eq(members.id, projects.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(projects.id, projectId))
    .for("no key update", { of: projects });
  if (!row) throw new AppError("notFound");
  return row;
}

/** One's own project as a form has it. Throws `notFound` for anybody else's, `conflict` when it has changed. */
export async function lockOwnProject(
  tx: Transaction,
  viewer: Viewer,
  input: { projectId: string; version: number },
): Promise<LockedProject> {
  const project = await lockProject(tx, input.projectId);
  authorize(ownsProject(viewer, project));
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
  authorize(!ownsProject(viewer, project), "notOnYourself");
  authorize(!isDecided(what.state), "alreadyDecided");
  authorize(what.state === "submitted", "moveNotAllowed");
  authorize(what.version === input.version, "conflict");
}
