import "server-only";
import { count, desc, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { toldTitle } from "@/lib/entries/sight.queries";
import { FOLLOW_UP_ANSWERS, type FollowUpAnswer } from "@/lib/projects/outcomes/follow-ups";
import { isConcluded } from "@/lib/projects/outcomes/queries";
import { canReadOutcomes } from "./policy";
import type { OutcomeFilters } from "./schema";

export const OUTCOMES_PER_PAGE = 24;

/** An answer that an owner has given months after an outcome, or that is still waited for. */
export type FollowUpCount = { months: number; answer: FollowUpAnswer | null; count: number };

/** How many owners gave each answer after 6 and after 12 months, of what is signed still. Empty for anybody but the club team. */
export async function countFollowUps(viewer: Viewer | null): Promise<FollowUpCount[]> {
  if (!canReadOutcomes(viewer)) return [];
  const { months, answer } = outcomeFollowUps;
  const rows = await query((db) =>
    db
      .select({ months, answer, count: count() })
      .from(outcomeFollowUps)
      .innerJoin(projectOutcomes, eq(projectOutcomes.id, outcomeFollowUps.outcomeId))
      .where(isConcluded)
      .groupBy(months, answer)
      .orderBy(months, answer),
  );
  const known = (given: string | null) => FOLLOW_UP_ANSWERS.find((one) => one === given) ?? null;
  return rows.map((row) => ({ ...row, answer: known(row.answer) }));
}

/** How many projects ended with each kind of agreement, most first. Empty for anybody but the club team. */
export async function countOutcomes(
  viewer: Viewer | null,
): Promise<{ kind: string; count: number }[]> {
  if (!canReadOutcomes(viewer)) return [];
  return query((db) =>
    db
      .select({ kind: projectOutcomes.agreementKind, count: count() })
      .from(projectOutcomes)
      .groupBy(projectOutcomes.agreementKind)
      .orderBy(desc(count()), projectOutcomes.agreementKind),
  );
}

export type OutcomeRow = Awaited<ReturnType<typeof listOutcomes>>["rows"][number];

/**
 * One page of the outcomes, newest first, the last one for any past it, with the number of all that match; what their
 * owners wrote about them is not read. `slug` is null for a project that is no longer online. Empty for anybody but the club team.
 */
export async function listOutcomes(viewer: Viewer | null, { kind, page: wanted }: OutcomeFilters) {
  if (!canReadOutcomes(viewer)) return { rows: [], total: 0, page: 1 };
  const isAsked = kind ? eq(projectOutcomes.agreementKind, kind) : undefined;
  const total = await query((db) => db.$count(projectOutcomes, isAsked));
  const page = Math.min(wanted, Math.max(1, Math.ceil(total / OUTCOMES_PER_PAGE)));
  const rows = await query((db) =>
    db
      .select({
        id: projectOutcomes.id,
        kind: projectOutcomes.agreementKind,
        isPublic: projectOutcomes.isPublic,
        at: projectOutcomes.recordedAt,
        title: toldTitle(),
        originalLocale: entries.originalLocale,
        slug: sql<
          string | null
        >`case when ${entries.moderation} = 'published' then ${entries.slug} end`,
      })
      .from(projectOutcomes)
      .innerJoin(entries, eq(entries.id, projectOutcomes.projectId))
      .where(isAsked)
      .orderBy(desc(projectOutcomes.recordedAt), desc(projectOutcomes.id))
      .limit(OUTCOMES_PER_PAGE)
      .offset((page - 1) * OUTCOMES_PER_PAGE),
  );
  return { rows, total, page };
}
