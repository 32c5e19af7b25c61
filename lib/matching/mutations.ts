import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { matchDismissals } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { openModeration } from "@/lib/entries/sight.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { canDismissCandidate, canDismissProject, canRecallDismissal } from "./policy";

/** Of the account that does it: what is about a project stands in its owner's export (`PRIVATE_ACTS`). */
const ofOwn = (name: `match.${string}`, { accountId }: Viewer) => accountEvent(name, accountId);

/** Sets a suggested project (by slug) aside; twice is as once. Throws `notFound`. */
export async function dismissProject(
  tx: Transaction,
  viewer: Viewer,
  { slug }: { slug: string },
): Promise<void> {
  const project = await findProject(tx, slug);
  authorize(canDismissProject(viewer, project));
  const isNew = await setAside(tx, { memberId: viewer.memberId, projectId: project.id });
  if (!isNew) return;
  await record(tx, viewer, ofOwn("match.project-dismissed", viewer));
}

/** Sets a member (by id) aside who was suggested for one's own project; twice is as once. Throws `notFound`. */
export async function dismissCandidate(
  tx: Transaction,
  viewer: Viewer,
  { slug, candidateId }: { slug: string; candidateId: string },
): Promise<void> {
  const project = await findProject(tx, slug);
  const candidate = await findListed(tx, candidateId);
  authorize(canDismissCandidate(viewer, project, candidate));
  const aside = { memberId: viewer.memberId, projectId: project.id, candidateId };
  if (!(await setAside(tx, aside))) return;
  await record(tx, viewer, ofOwn("match.candidate-dismissed", viewer));
}

/**
 * Lets what was set aside be suggested again. Gives the project's slug, and whether it was about a candidate for it.
 * Throws `notFound`, also when it was taken back meanwhile.
 */
export async function recallDismissal(
  tx: Transaction,
  viewer: Viewer,
  { dismissalId }: { dismissalId: string },
): Promise<{ slug: string; isOfCandidate: boolean }> {
  const [row] = await tx
    .select({
      memberId: matchDismissals.memberId,
      candidateId: matchDismissals.candidateId,
      slug: entries.slug,
    })
    .from(matchDismissals)
    .innerJoin(entries, eq(entries.id, matchDismissals.projectId))
    .where(eq(matchDismissals.id, dismissalId))
    .for("no key update", { of: matchDismissals });
  if (!row) throw new AppError("notFound");
  authorize(canRecallDismissal(viewer, row));
  await tx.delete(matchDismissals).where(eq(matchDismissals.id, dismissalId));
  await record(tx, viewer, ofOwn("match.recalled", viewer));
  return { slug: row.slug, isOfCandidate: row.candidateId !== null };
}

/** Whether it was not set aside before. */
async function setAside(
  tx: Transaction,
  aside: typeof matchDismissals.$inferInsert,
): Promise<boolean> {
  const made = await tx
    .insert(matchDismissals)
    .values(aside)
    .onConflictDoNothing()
    .returning({ id: matchDismissals.id });
  return made.length === 1;
}

async function findProject(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({
      id: entries.id,
      moderation: openModeration,
      progress: projects.progress,
      ownerAccountId: accounts.id,
      ownerStatus: accounts.status,
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(entries.slug, slug));
  if (!row) throw new AppError("notFound");
  return row;
}

/** A member whom members may name. */
async function findListed(tx: Transaction, memberId: string) {
  const [row] = await tx
    .select({ accountId: accounts.id })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.id, memberId), isPresent(), isInDirectory));
  if (!row) throw new AppError("notFound");
  return row;
}
