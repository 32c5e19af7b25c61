import "server-only";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { type ActivitySight, activitySightOf, isInSight } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { type Sight, sightOf, type ViewAs } from "@/lib/members/policy";
import { memberColumns, seen, seenOrganisation } from "@/lib/members/queries";
import { isProject, ownerColumn } from "@/lib/projects/sight.queries";
import { type ActivityFacts, begunActivity, type CandidateFacts, tradeOf } from "./matching-facts";
import { tellingWords } from "./matching-words";

/** A connection to read from. */
export type Reader = Database | Transaction;

export type MemberRow = Awaited<ReturnType<typeof readRows>>[number];

/** A member as the viewer sees them: what lists show, and what is compared. */
export type Candidate = { row: MemberRow; facts: CandidateFacts };

/**
 * Members (by id), in no order, through the viewer's eyes or (`as`) as all members see them. Who may be named at all is
 * for the caller to ask.
 */
export async function readCandidates(
  db: Reader,
  viewer: Viewer,
  memberIds: readonly string[],
  as?: ViewAs,
): Promise<Candidate[]> {
  if (memberIds.length === 0) return [];
  const [rows, done, proposed] = await Promise.all([
    readRows(db, sightOf(viewer, as), memberIds),
    readActivities(db, activitySightOf(viewer, as), memberIds),
    readEarlierProjects(db, viewer, memberIds),
  ]);
  return rows.map((row) => {
    const isTheirs = ({ memberId }: { memberId: string }) => memberId === row.id;
    return { row, facts: factsOf(row, done.filter(isTheirs), proposed.filter(isTheirs)) };
  });
}

function factsOf(
  row: MemberRow,
  own: readonly ActivityFacts[],
  earlier: CandidateFacts["earlier"],
): CandidateFacts {
  const { slug, organisationKind, country } = row;
  const sectors = row.sectors ?? [];
  return {
    slug,
    sectors,
    cities: row.cities ?? [],
    languages: row.languages ?? [],
    offers: tellingWords(row.offers),
    needs: tellingWords(row.needs),
    trade: tradeOf({ sectors, organisationKind }),
    organisationKind,
    country,
    activities: own,
    earlier,
  };
}

function readRows(db: Reader, sight: Sight, memberIds: readonly string[]) {
  return db
    .select({
      ...memberColumns(sight),
      id: members.id,
      offers: seen(sight, "offers", members.offers),
      needs: seen(sight, "needs", members.needs),
      organisationKind: seenOrganisation(sight, organisations.kind),
      country: seenOrganisation(sight, organisations.country),
    })
    .from(members)
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .where(inArray(members.id, [...memberIds]));
}

/** What has begun, as far as it is seen. An end that is still to come is none yet. */
async function readActivities(db: Reader, sight: ActivitySight, memberIds: readonly string[]) {
  const rows = await db
    .select({
      memberId: activities.memberId,
      slug: activities.slug,
      kind: activities.kind,
      direction: activities.direction,
      sectors: activities.sectors,
      cities: activities.cities,
      stage: activities.stage,
      since: activities.since,
      until: activities.until,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(activities.memberId, [...memberIds]), isInSight(sight)))
    .orderBy(asc(activities.since), asc(activities.slug));
  return rows.flatMap((row) => begunActivity(row, today()));
}

/** Their published projects, but none whose owner the viewer may not know. */
function readEarlierProjects(db: Reader, viewer: Viewer, memberIds: readonly string[]) {
  const isTold = eq(entries.ownerLevel, "members");
  return db
    .select({
      memberId: ownerColumn,
      slug: entries.slug,
      sectors: entries.sectors,
      cities: entries.cities,
    })
    .from(entries)
    .where(
      and(
        inArray(entries.ownerId, [...memberIds]),
        isProject,
        eq(entries.moderation, "published"),
        isShown(entries),
        viewer.memberId ? or(isTold, eq(entries.ownerId, viewer.memberId)) : isTold,
      ),
    )
    .orderBy(asc(entries.publishedAt), asc(entries.slug));
}
