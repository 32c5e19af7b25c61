import "server-only";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { hasBlocked } from "@/db/blocked";
import { type Database, query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { introductionPassings, introductions } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInDirectory } from "@/lib/members/listed.queries";
import { sightOf } from "@/lib/members/policy";
import {
  isOrganisationOpen,
  isProfileShown,
  isReachable,
  isSeen,
  nameColumns,
  slugColumn,
} from "@/lib/members/sight.queries";
import type { IntroductionPage } from "./queries";
import type { Reader } from "./sight.queries";

/** So many are offered. */
const MOST = 50;

export type GoBetween = Awaited<ReturnType<typeof listGoBetweens>>[number];

/**
 * Who may be asked to introduce the viewer to a member: active members of the directory, 50 at most, who said so and whom the
 * viewer sees in an organisation in which they see the member too. Whom the viewer has blocked is not among them.
 */
export async function listGoBetweens(viewer: Reader, memberId: string, read: Read = query) {
  return read((db) => selectGoBetweens(db, viewer, memberId));
}

/** Whether somebody is one of these. */
export async function isGoBetween(
  tx: Transaction,
  viewer: Reader,
  memberId: string,
  goBetweenId: string,
): Promise<boolean> {
  const found = await selectGoBetweens(tx, viewer, memberId, eq(members.id, goBetweenId));
  return found.length === 1;
}

function selectGoBetweens(
  db: Database | Transaction,
  viewer: Reader,
  memberId: string,
  isIt?: SQL,
) {
  const sight = sightOf(viewer);
  const theirs = db
    .select({ id: affiliations.organisationId })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(members.id, memberId),
        isReachable(viewer),
        isSeen(sight, "organisation"),
        isOrganisationOpen(sight),
      ),
    );
  return db
    .select({ memberId: members.id, ...nameColumns(viewer) })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        isIt,
        // Looked up first: among all members there may be many who introduce people.
        sql`${members.id} = any (array(select here.member_id from affiliations here
          where here.organisation_id in ${theirs}))`,
        members.mayIntroduce,
        ne(members.id, viewer.memberId),
        ne(members.id, memberId),
        isActing(),
        isInDirectory,
        isReachable(viewer),
        isProfileShown(viewer),
        isSeen(sight, "organisation"),
        sql`not ${hasBlocked(viewer.memberId, members.id)}`,
      ),
    )
    .orderBy(members.sortLatin, members.id)
    .limit(MOST);
}

export type Through = NonNullable<Awaited<ReturnType<typeof getThrough>>>;

/**
 * Who stands between the two, for whom it concerns: the go-between as they show themselves, to the go-between whoever is asked;
 * the note as far as it was passed on. Null where it goes directly, and since the go-between was erased.
 */
export async function getThrough(
  viewer: Viewer,
  { id, party, goBetweenId, askedId }: IntroductionPage,
) {
  if (!(party && goBetweenId)) return null;
  const isAsker = party === "asker";
  const [row] = await query((db) =>
    db
      .select({
        ...nameColumns(viewer),
        slug: slugColumn(viewer),
        hasPage: sql<boolean>`${isReachable(viewer) ?? sql`true`}`,
        note: isAsker ? sql<string>`''` : introductionPassings.note,
        status: accounts.status,
      })
      .from(introductionPassings)
      .innerJoin(introductions, eq(introductions.id, introductionPassings.introductionId))
      .innerJoin(members, eq(members.id, party === "go-between" ? askedId : goBetweenId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(introductionPassings.introductionId, id)),
  );
  return row ?? null;
}
