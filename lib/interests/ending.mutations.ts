import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { interestMoves, interests } from "@/db/schema/interests";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { tellProjectOver } from "@/lib/rooms/mutations";
import { clockOf, LAPSE_AFTER } from "./interest-clock";
import { interestEvent } from "./interest-event";
import { lockInterest } from "./locking.queries";
import { tellOfInterest } from "./notices";
import {
  awaitedParty,
  canEndInterest,
  canLapse,
  isProjectOver,
  OPEN_STATES,
  PARTNER_STATES,
} from "./policy";
import { countOpen, listUnmoved } from "./unmoved.queries";

/**
 * Ends each interest that nobody has moved for 60 days that ran on a calendar day in Lyon and tells both sides. Run twice, or by
 * two workers at once, each ends once.
 */
export async function lapseInterests(day: string): Promise<Counts> {
  const lapse = (interestId: string) =>
    transaction(async (tx) => {
      const interest = await lockInterest(tx, interestId);
      const isDue = clockOf(interest, day).ran >= LAPSE_AFTER;
      if (!isDue || awaitedParty(interest.state) === null) return false;
      authorize(canLapse(interest, isDue));
      await endAsLapsed(tx, interest.id, null);
      await record(tx, null, interestEvent("interest.lapsed", interest), {
        tell: tellOfInterest(interest),
      });
      return true;
    });
  const ids = await listUnmoved(day, LAPSE_AFTER);
  const { done, failed } = await oneByOne("lapse-interests", ids, lapse, {
    day,
    countAll: countOpen,
  });
  return { lapsed: done, failed };
}

/**
 * Ends the interests that wait in a project which its owner has just taken offline or brought to its end, in the same
 * transaction; their senders are told, and once the people of its room. One that goes on keeps them. Without a viewer the portal does it, of a project
 * whose owner is erased. Throws `moveNotAllowed`.
 */
export async function endInterests(
  tx: Transaction,
  viewer: Viewer | null,
  input: { projectId: string; wasOnline: boolean; hasMoved?: boolean },
): Promise<void> {
  const [project] = await tx
    .select({ moderation: entries.moderation, progress: projects.progress })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .where(eq(entries.id, input.projectId));
  if (!project || !isProjectOver(project)) return;
  const waiting = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(eq(interests.projectId, input.projectId), inArray(interests.state, [...OPEN_STATES])),
    )
    .orderBy(interests.id);
  for (const { id } of waiting) {
    const interest = await lockInterest(tx, id);
    // Taken back or declined while its row was waited for.
    if (awaitedParty(interest.state) === null) continue;
    const mayEnd = viewer
      ? canEndInterest(viewer, { ...interest, ...project })
      : canLapse(interest, true);
    authorize(mayEnd, "moveNotAllowed");
    await endAsLapsed(tx, id, viewer?.accountId ?? null);
    await record(tx, viewer, interestEvent("interest.ended", interest), {
      tell: tellOfInterest(interest),
    });
  }
  const { projectId, wasOnline, hasMoved } = input;
  const isOffline = project.moderation !== "published";
  const partners = isOffline && wasOnline ? await tellPartners(tx, viewer, projectId) : [];
  if (viewer && wasOnline && (isOffline || hasMoved)) {
    await tellProjectOver(tx, viewer, { projectId, partners });
  }
}

/** Those whose interest was accepted learn that the project's page is gone; their room stays. Gives who was told. */
async function tellPartners(tx: Transaction, viewer: Viewer | null, projectId: string) {
  const accepted = await tx
    .select({ id: interests.id, memberId: interests.memberId })
    .from(interests)
    .where(and(eq(interests.projectId, projectId), inArray(interests.state, [...PARTNER_STATES])))
    .orderBy(interests.id);
  for (const { id } of accepted) {
    const interest = await lockInterest(tx, id);
    await record(tx, viewer, interestEvent("interest.project-taken-offline", interest), {
      tell: tellOfInterest(interest),
    });
  }
  return accepted.map(({ memberId }) => memberId);
}

async function endAsLapsed(tx: Transaction, id: string, movedBy: string | null): Promise<void> {
  await tx
    .update(interests)
    .set({
      state: "lapsed",
      stateAt: sql`now()`,
      version: sql`version + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(interests.id, id), inArray(interests.state, [...OPEN_STATES])));
  await tx.insert(interestMoves).values({ interestId: id, state: "lapsed", movedBy });
}
