import "server-only";
import { aliasedTable, and, asc, count, eq, isNull, min, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projectQuestions } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";

export type WaitingQuestions = Awaited<ReturnType<typeof listWaitingQuestions>>[number];

/**
 * The viewer's own published projects with questions of active members that nobody has answered, how many, and the one
 * of them that has waited longest; the project that has waited longest first.
 */
export async function listWaitingQuestions(viewer: Viewer) {
  if (viewer.status !== "active") return [];
  const asker = aliasedTable(members, "asker");
  return query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        count: count(),
        question: longestWaiting(projectQuestions.words),
        questionLocale: longestWaiting(projectQuestions.locale),
      })
      .from(projectQuestions)
      .innerJoin(projects, eq(projects.id, projectQuestions.projectId))
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(asker, eq(asker.id, projectQuestions.memberId))
      .innerJoin(accounts, eq(accounts.id, asker.accountId))
      .where(
        and(
          eq(members.accountId, viewer.accountId),
          eq(projects.moderation, "published"),
          isNull(projectQuestions.answer),
          isNull(projectQuestions.removedAt),
          isShown(projectQuestions),
          eq(accounts.status, "active"),
        ),
      )
      .groupBy(projects.id)
      .orderBy(asc(min(projectQuestions.createdAt)), asc(projects.slug)),
  );
}

/** Of the questions of one project, the column of the one asked first. */
function longestWaiting<Column extends PgColumn>(column: Column) {
  const { createdAt, id } = projectQuestions;
  return sql<Column["_"]["data"]>`(array_agg(${column} order by ${createdAt}, ${id}))[1]`;
}
