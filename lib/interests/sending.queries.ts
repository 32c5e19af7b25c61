import "server-only";
import { and, count, eq, inArray, isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { type InterestingProject, LASTING_STATES, OPEN_STATES } from "./policy";

/** A project as somebody who may wish to answer it stands before it; `standingId` is their interest that lasts. */
export type Approach = Awaited<ReturnType<typeof readApproach>>;

/** The viewer before a project that is or was online; null for any other. */
export async function getApproach(viewer: Viewer | null, slug: string): Promise<Approach | null> {
  const [project] = await query((db) =>
    db
      .select(projectColumns)
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(projects.slug, slug), isNotNull(projects.publishedAt))),
  );
  return project ? query((db) => readApproach(db, viewer?.memberId ?? null, project)) : null;
}

/**
 * The same inside a transaction, nothing of which changes before it ends: the member's row is locked first, so that
 * their interests are counted one after the other, then the project's. Throws `notFound`, `interestMembersOnly`.
 */
export async function lockApproach(tx: Transaction, viewer: Viewer, projectId: string) {
  const { memberId } = viewer;
  if (memberId === null) throw new AppError("interestMembersOnly");
  const [sender] = await tx
    .select({ status: accounts.status })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, memberId))
    .for("no key update", { of: members });
  const [project] = await tx
    .select(projectColumns)
    .from(projects)
    .innerJoin(members, eq(members.id, projects.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(projects.id, projectId), isNotNull(projects.publishedAt)))
    .for("share", { of: projects });
  if (!sender || !project) throw new AppError("notFound");
  const approach = await readApproach(tx, memberId, project);
  return { approach, sender: { ...viewer, memberId, status: sender.status } };
}

const projectColumns = {
  id: projects.id,
  slug: projects.slug,
  title: projects.title,
  originalLocale: projects.originalLocale,
  ownerId: projects.ownerId,
  ownerStatus: accounts.status,
  moderation: projects.moderation,
  progress: projects.progress,
  acceptingInterests: projects.acceptingInterests,
  deadline: projects.deadline,
};

type FoundProject = Omit<InterestingProject, "isColleague" | "isStanding" | "open"> &
  Pick<typeof projects.$inferSelect, "id" | "slug" | "title" | "originalLocale">;

async function readApproach(
  db: Database | Transaction,
  memberId: string | null,
  project: FoundProject,
) {
  const own = eq(interests.memberId, memberId ?? sql`null`);
  const [standing] = await db
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(own, eq(interests.projectId, project.id), inArray(interests.state, [...LASTING_STATES])),
    );
  const [open] = await db
    .select({ total: count() })
    .from(interests)
    .where(and(own, inArray(interests.state, [...OPEN_STATES])));
  const [colleague] = await db
    .select({ id: affiliations.organisationId })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.memberId, project.ownerId),
        sql`exists (select 1 from ${affiliations} mine
          where mine.organisation_id = ${affiliations.organisationId} and mine.member_id = ${memberId})`,
      ),
    )
    .limit(1);
  return {
    ...project,
    isColleague: colleague !== undefined,
    standingId: standing?.id ?? null,
    isStanding: standing !== undefined,
    open: open?.total ?? 0,
  };
}

/** Whether an instant lies within the last 24 hours. */
export const isWithinADay = (at: SQLWrapper): SQL => sql`${at} > now() - interval '1 day'`;

/** Whether the member belongs to the organisation they speak for. */
export async function belongsTo(
  tx: Transaction,
  memberId: string,
  organisationId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: affiliations.organisationId })
    .from(affiliations)
    .where(
      and(eq(affiliations.memberId, memberId), eq(affiliations.organisationId, organisationId)),
    );
  return row !== undefined;
}
