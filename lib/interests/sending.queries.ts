import "server-only";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import { type Database, query, type Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import { areColleagues } from "@/lib/affiliations/colleagues.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { isNamed } from "@/lib/entries/shown.queries";
import { LASTING_STATES, OPEN_STATES } from "./policy";

/** A project as somebody who may wish to answer it stands before it; `standingId` is their interest that lasts. */
export type Approach = ReturnType<typeof toApproach>;

/** The viewer before a project that is or was online; null for any other. */
export async function getApproach(
  viewer: Viewer | null,
  slug: string,
  read: Read = query,
): Promise<Approach | null> {
  const [project] = await read((db) =>
    selectApproach(db, viewer?.memberId ?? null, eq(entries.slug, slug)),
  );
  return project ? toApproach(project) : null;
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
  const [project] = await selectApproach(tx, memberId, eq(entries.id, projectId)).for("share", {
    of: [entries, projects],
  });
  if (!sender || !project) throw new AppError("notFound");
  return { approach: toApproach(project), sender: { ...viewer, memberId, status: sender.status } };
}

function selectApproach(db: Database | Transaction, memberId: string | null, isIt: SQL) {
  const isMine = sql`mine.member_id = ${memberId}`;
  return db
    .select({
      id: entries.id,
      slug: entries.slug,
      title: entries.title,
      originalLocale: entries.originalLocale,
      ownerId: members.id,
      ownerStatus: accounts.status,
      moderation: entries.moderation,
      progress: projects.progress,
      acceptingInterests: projects.acceptingInterests,
      deadline: projects.deadline,
      standingId: sql<string | null>`(select mine.id from ${interests} mine
        where ${isMine} and mine.project_id = ${entries.id} and mine.state in ${[...LASTING_STATES]} limit 1)`,
      open: sql<number>`(select count(*)::int from ${interests} mine
        where ${isMine} and mine.state in ${[...OPEN_STATES]})`,
      // An owner who is not named must not be found out by blocking one after the other.
      isBlocked: sql<boolean>`(${isNamed}
        and ${hasBlocked(sql`${memberId}::uuid`, sql`${entries.ownerId}`)})`,
      isColleague: areColleagues(sql`${memberId}::uuid`, entries.ownerId),
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isIt, isNotNull(entries.publishedAt), isShown(entries)));
}

const toApproach = (project: Awaited<ReturnType<typeof selectApproach>>[number]) => ({
  ...project,
  isStanding: project.standingId !== null,
});

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
