import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { experienceOpinions } from "@/db/schema/opinions";
import { areColleagues } from "@/lib/affiliations/colleagues.queries";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { saidBy, sayerColumns } from "@/lib/entries/sayers.queries";
import { factColumns } from "@/lib/entries/sight.queries";
import { isInDirectory } from "@/lib/members/listed.queries";
import { isAnswered, isOpenOpinion } from "./confirmation.queries";
import { canWithdrawOpinion, opinionRefusal } from "./opinions.policy";
import { canConfirmExperience } from "./policy";
import { isInSight } from "./queries";

/** Whether what a member said was taken down. */
export const isTakenDown = isHidden(experienceOpinions);

/** An experience in the viewer's sight as they stand before it who wish to speak of it; null for any other. */
export async function findGround(db: Database | Transaction, viewer: Viewer, experienceId: string) {
  const me = sql`${viewer.memberId}::uuid`;
  const [row] = await db
    .select({
      ...factColumns,
      id: entries.id,
      version: entries.version,
      isHidden: isHidden(entries),
      isSigned: sql<boolean>`(${entries.ownerLevel} = 'members' and ${isInDirectory})`,
      isColleague: areColleagues(me, sql`${entries.ownerId}`),
      // The accounts of this select, not the owner's.
      isListed: sql<boolean>`exists (select from ${accounts}
        where ${accounts.id} = ${viewer.accountId} and ${isInDirectory})`,
      hasSpoken: sql<boolean>`exists (select from ${experienceOpinions}
        where ${experienceOpinions.entryId} = ${entries.id} and ${experienceOpinions.memberId} = ${me})`,
    })
    .from(entries)
    .innerJoin(experiences, eq(experiences.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(entries.id, experienceId), isInSight(viewer)));
  return row ?? null;
}

export type OpinionsPage = NonNullable<Awaited<ReturnType<typeof getOpinions>>>;

/** The most that a page shows of either kind. */
const SHOWN = 100;

/**
 * What members say of an experience in the viewer's sight, oldest first; null for whoever is no active account. What was
 * taken down, and what a colleague of the author said before they were, is read by who said it; the club team reads what
 * was taken down. `by` is null for somebody whose page the viewer may not read. `refusal` is why the viewer may not
 * speak, null when they may.
 */
export async function getOpinions(viewer: Viewer | null, experienceId: string) {
  if (!mayRead(viewer)) return null;
  const ground = await query((db) => findGround(db, viewer, experienceId));
  if (!ground) return null;
  const { id, stance, locale, words, sinceYear, createdAt } = experienceOpinions;
  const isCounted = isOpenOpinion(accounts);
  const isOwn = eq(accounts.id, viewer.accountId);
  const isForStaff = isStaff(viewer) ? isTakenDown : undefined;
  const rows = await query((db) =>
    db
      .select({
        ...sayerColumns(viewer),
        ...{ id, stance, locale, words, sinceYear, createdAt },
        isHidden: isTakenDown,
        isAnswered,
        isCounted: sql<boolean>`${isCounted}`,
      })
      .from(experienceOpinions)
      .innerJoin(entries, eq(entries.id, experienceOpinions.entryId))
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .innerJoin(members, eq(members.id, experienceOpinions.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.id, experienceId), or(isCounted, isOwn, isForStaff)))
      .orderBy(asc(createdAt), asc(id))
      .limit(SHOWN),
  );
  return {
    id: ground.id,
    version: ground.version,
    mayConfirm: canConfirmExperience(viewer, ground),
    refusal: opinionRefusal(viewer, ground),
    opinions: rows.map((row) => ({
      ...saidBy(viewer, row),
      mayWithdraw: canWithdrawOpinion(viewer, row),
    })),
  };
}
