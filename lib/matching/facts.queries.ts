import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { isShown, onlyIf } from "@/db/columns";
import type { ActivityStage } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { type ActivitySight, activitySightOf, isInSight } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { sightOf, type ViewAs } from "@/lib/members/policy";
import { isSeen, memberColumns, seenOrganisation } from "@/lib/members/sight.queries";
import { isProject } from "@/lib/projects/sight.queries";
import { type ActivityFacts, begunActivity, type CandidateFacts, tradeOf } from "./matching-facts";
import { readTelling, WORDS_VERSION } from "./noted-words";

/** A connection to read from. */
type MemberRow = Awaited<ReturnType<typeof readRows>>[number];

/** A member as the viewer sees them: what lists show, and what is compared. */
export type Candidate = { row: MemberRow; facts: CandidateFacts };

/**
 * Members (by id, or those that a condition says), in no order, through the viewer's eyes or (`as`) as all members see them. Who may be named at all is
 * for the caller to ask: `isNamed` may ask it of members and accounts.
 */
export async function readCandidates(
  db: Reader,
  viewer: Viewer,
  which: readonly string[] | SQL,
  as?: ViewAs,
  isNamed?: SQL,
): Promise<Candidate[]> {
  if (Array.isArray(which) && which.length === 0) return [];
  const isOne = "getSQL" in which ? which : isOneOf(which);
  const rows = await readRows(db, viewer, and(isOne, isNamed), as);
  const day = today();
  return rows.map((row) => ({ row, facts: factsOf(row, day) }));
}

/** By one value however many there are, so that the text is always the same; one alone is planned for as one. */
const isOneOf = ([id, ...others]: readonly string[]) =>
  id && others.length === 0
    ? eq(members.id, id)
    : sql`${members.id} = any(${sql.param([id, ...others], matchNotes.found)})`;

function factsOf(row: MemberRow, day: string): CandidateFacts {
  const { slug, organisationKind, country, offers, needs, done, earlier } = row;
  const sectors = row.sectors ?? [];
  return {
    ...{ slug, sectors, offers, needs, organisationKind, country, earlier },
    cities: row.cities ?? [],
    languages: row.languages ?? [],
    trade: tradeOf({ sectors, organisationKind }),
    activities: done.flatMap((one) => begunActivity(one, day)),
  };
}

function readRows(db: Reader, viewer: Viewer, which: SQL | undefined, as?: ViewAs) {
  const sight = sightOf(viewer, as);
  return db
    .select({
      ...memberColumns(sight),
      id: members.id,
      offers: tellingColumn(isSeen(sight, "offers"), "offers", members.offers),
      needs: tellingColumn(isSeen(sight, "needs"), "needs", members.needs),
      organisationKind: seenOrganisation(sight, organisations.kind),
      country: seenOrganisation(sight, organisations.country),
      done: doneColumn(activitySightOf(viewer, as)),
      earlier: earlierColumn(viewer),
      found: foundColumn,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .leftJoin(matchNotes, eq(matchNotes.memberId, members.id))
    .where(which);
}

/** Who or what was found to fit, the best first; null where something has changed since, or nobody has looked. */
export const foundColumn = onlyIf(
  eq(matchNotes.changes, matchNotes.notedChanges),
  matchNotes.found,
);

/** Of those that were found, so many are read that enough are left without the ones that fit no more. */
export const mostFound = (most: number) => 2 * most + 10;

/** The telling words of a text, as far as it is seen: as noted, else found in it now. */
function tellingColumn(isOpen: SQL, part: "offers" | "needs", text: PgColumn) {
  const noted = sql`json_build_object('words', ${matchNotes.words} -> ${part})`;
  const texts = sql`json_build_object('text', ${text})`;
  return notedColumn({ noted, texts }, readTelling, isOpen);
}

/** What the worker has noted, where that is how words are found now; else the texts. `read` makes the same of both. */
export function notedColumn<Given, Words>(
  { noted, texts }: { noted: SQL; texts: SQL },
  read: (given: Given) => Words,
  isOpen: SQL = sql`true`,
): SQL<Words> {
  return sql`case
    when not ${isOpen} then '{"texts": {}}'::json
    when ${matchNotes.version} = ${WORDS_VERSION} then json_build_object('noted', ${noted})
    else json_build_object('texts', ${texts}) end`.mapWith({
    mapFromDriverValue: (given) => read(given as Given),
  }) as SQL<Words>;
}

/** What they have begun, as far as it is seen. An end that is still to come is none yet. */
function doneColumn(sight: ActivitySight) {
  const { slug, kind, direction, sectors, cities, stage, since, until } = activities;
  return sql<Done[]>`(select coalesce(json_agg(json_build_object(
      'slug', ${slug}, 'kind', ${kind}, 'direction', ${direction}, 'sectors', ${sectors}, 'cities', ${cities},
      'stage', ${stage}, 'since', ${since}, 'until', ${until}) order by ${since}, ${slug}), '[]')
    from ${activities} where ${and(eq(activities.memberId, members.id), isInSight(sight))})`;
}

type Done = ActivityFacts & { stage: ActivityStage };

/** Their published projects, but none whose owner the viewer may not know. */
function earlierColumn(viewer: Viewer) {
  const isTold = eq(entries.ownerLevel, "members");
  const isTheirs = and(
    eq(entries.ownerId, members.id),
    isProject,
    eq(entries.moderation, "published"),
    isShown(entries),
    viewer.memberId ? or(isTold, eq(entries.ownerId, viewer.memberId)) : isTold,
  );
  return sql<CandidateFacts["earlier"]>`(select coalesce(json_agg(json_build_object(
      'slug', ${entries.slug}, 'sectors', ${entries.sectors}, 'cities', ${entries.cities})
      order by ${entries.publishedAt}, ${entries.slug}), '[]')
    from ${entries} where ${isTheirs})`;
}
