import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projectAccesses, projectFiles } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { nameColumns, slugColumn } from "@/lib/members/queries";

/**
 * Notes that the viewer opened what lies behind acceptance: the `text`, the `owner`, or a file by its id. The first
 * and the last time are kept, and how often.
 */
export async function noteAccess(viewer: Viewer, projectId: string, part: string): Promise<void> {
  const { projectId: project, accountId, part: opened, times } = projectAccesses;
  await query((db) =>
    db
      .insert(projectAccesses)
      .values({ projectId, accountId: viewer.accountId, part })
      .onConflictDoUpdate({
        target: [project, accountId, opened],
        set: { times: sql`${times} + 1`, lastAt: sql`now()` },
      }),
  );
}

export type ProjectAccess = Awaited<ReturnType<typeof listAccesses>>[number];

/** The most rows an owner is shown. */
const SHOWN = 100;

/**
 * Who opened what lies behind acceptance in one of the viewer's own projects, the last first; none of anybody else's.
 * `file` is the name of the opened file.
 */
export async function listAccesses(viewer: Viewer, slug: string) {
  return query((db) =>
    db
      .select({
        id: projectAccesses.id,
        ...nameColumns(viewer),
        slug: slugColumn(viewer),
        part: projectAccesses.part,
        file: projectFiles.name,
        times: projectAccesses.times,
        firstAt: projectAccesses.firstAt,
        lastAt: projectAccesses.lastAt,
      })
      .from(projectAccesses)
      .innerJoin(projects, eq(projects.id, projectAccesses.projectId))
      .innerJoin(members, eq(members.accountId, projectAccesses.accountId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(projectFiles, eq(sql`${projectFiles.id}::text`, projectAccesses.part))
      .where(and(eq(projects.slug, slug), isOwn(viewer)))
      .orderBy(desc(projectAccesses.lastAt))
      .limit(SHOWN),
  );
}

const isOwn = (viewer: Viewer) =>
  viewer.memberId ? eq(projects.ownerId, viewer.memberId) : sql`false`;
