import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";

/**
 * The published projects of one member, newest first, for active accounts: whoever reads the full text learns who
 * proposes it. Those of a member who is not active are seen by themselves and the club team alone.
 */
export async function listProjectsOfMember(viewer: Viewer, memberId: string) {
  if (viewer.status !== "active") return [];
  const seesAll = viewer.memberId === memberId || isStaff(viewer);
  return query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        publishedAt: projects.publishedAt,
      })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(projects.ownerId, memberId),
          eq(projects.moderation, "published"),
          seesAll ? sql`true` : eq(accounts.status, "active"),
        ),
      )
      .orderBy(desc(projects.publishedAt), asc(projects.slug)),
  );
}
