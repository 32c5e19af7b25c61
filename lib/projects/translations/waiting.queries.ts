import "server-only";
import { and, asc, count, eq, inArray, min, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { members } from "@/db/schema/members";
import { projectRevisions, projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

export type WaitingOffers = Awaited<ReturnType<typeof listWaitingOffers>>[number];

/**
 * The viewer's own projects with offered translations that await an answer and how many, the one that has waited
 * longest first; `to` is the language to begin with. While `isBeingRead` they can be declined, not accepted.
 */
export async function listWaitingOffers(viewer: Viewer) {
  if (viewer.status !== "active") return [];
  const { createdAt, locale } = translationOffers;
  return query((db) =>
    db
      .select({
        slug: projects.slug,
        title: projects.title,
        originalLocale: projects.originalLocale,
        count: count(),
        to: sql<Locale>`(array_agg(${locale} order by ${createdAt}))[1]`,
        isBeingRead: sql<boolean>`exists (select 1 from ${projectRevisions} revision
          where revision.project_id = ${projects.id} and revision.state = 'submitted')
          or ${projects.moderation} = 'submitted'`,
      })
      .from(translationOffers)
      .innerJoin(projects, eq(projects.id, translationOffers.projectId))
      .innerJoin(members, eq(members.id, projects.ownerId))
      .where(
        and(
          eq(translationOffers.state, "open"),
          eq(members.accountId, viewer.accountId),
          inArray(projects.moderation, ["draft", "submitted", "changes-requested", "published"]),
        ),
      )
      .groupBy(projects.id)
      .orderBy(asc(min(createdAt)), asc(projects.slug)),
  );
}
