import "server-only";
import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { isShown, onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { matchDismissals } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInDirectory } from "@/lib/members/listed.queries";
import { shownColumns } from "@/lib/projects/shown.queries";
import { isListed } from "@/lib/projects/sight.queries";
import { searchPatterns } from "@/lib/search/search-words";
import { type Reader, readCandidates } from "./facts.queries";
import { type CandidateFacts, directionOf, type ProjectFacts, withWider } from "./matching-facts";
import { bestFirst, type Match, matchOf } from "./matching-score";
import { stemsOf } from "./matching-words";
import { canSeeMatches, OPEN_PROGRESS } from "./policy";
import { type ReasonWords, reasonWords } from "./reason-words";
import { soughtTexts } from "./sought-texts";

/** So many are compared in full, the nearest by sector and city first. */
const COMPARED = 200;

export type ProjectMatch = { project: MatchedRow; match: Match };

type Row = Awaited<ReturnType<typeof readRows>>[number];

type MatchedRow = Omit<Row, "text">;

/**
 * Projects that fit the viewer and why, the best first, `most` of them. Never their own or a colleague's, nor what takes
 * no interests, what they have answered or what they have set aside. What its owner keeps for accepted contacts is not
 * compared. Empty for whoever has no profile.
 */
export function listMatches(viewer: Viewer, locale: Locale, most: number): Promise<ProjectMatch[]> {
  return query((db) => findMatches(db, viewer, locale, most));
}

/** Why each of these projects (by slug) fits the viewer, in words, the weightiest reason; those that do not are left out. */
export async function listFirstReasons(
  viewer: Viewer | null,
  locale: Locale,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ReasonWords>> {
  if (!canSeeMatches(viewer) || slugs.length === 0) return new Map();
  const found = await query((db) => findMatches(db, viewer, locale, slugs.length, slugs));
  return new Map(
    found.flatMap(({ project, match: { reasons } }): [string, ReasonWords][] => {
      const [first] = reasons;
      return first ? [[project.slug, reasonWords(first.reason, "mine", locale)]] : [];
    }),
  );
}

/** As `listMatches`, on a connection that is had already, and among projects of these slugs if they are given. */
export async function findMatches(
  db: Reader,
  viewer: Viewer,
  locale: Locale,
  most: number,
  among?: readonly string[],
): Promise<ProjectMatch[]> {
  if (!canSeeMatches(viewer)) return [];
  const [own] = await readCandidates(db, viewer, [viewer.memberId]);
  if (!own) return [];
  const facts = withWider(own.facts);
  const rows = await readRows(db, viewer, facts, among);
  const found = rows.flatMap((row) => {
    const { text: _, ...project } = row;
    const match = matchOf(factsOf(row), facts, locale);
    return match ? [{ project, match }] : [];
  });
  return bestFirst(found, newestFirst).slice(0, most);
}

const newestFirst = (a: ProjectMatch, b: ProjectMatch) =>
  (b.project.publishedAt?.getTime() ?? 0) - (a.project.publishedAt?.getTime() ?? 0) ||
  (a.project.slug < b.project.slug ? -1 : 1);

function factsOf(row: Row): ProjectFacts {
  const { slug, sectors, cities, languages, partnershipTypes, text } = row;
  return {
    ...{ slug, sectors, cities, languages, partnershipTypes },
    partnerKinds: text.partnerKinds ?? [],
    partnerRole: text.partnerRole,
    direction: directionOf(row),
    ...soughtTexts({ teaser: row.teaser, ...text }),
  };
}

/** A column of the full text; null where its owner keeps it for accepted contacts. */
function open<Column extends PgColumn>(column: Column) {
  return onlyIf(eq(entries.textLevel, "members"), column);
}

const textColumns = {
  sought: open(projects.sought),
  partnerTask: open(projects.partnerTask),
  offered: open(projects.offered),
  advantages: open(projects.advantages),
  partnerKinds: open(projects.partnerKinds),
  partnerRole: open(projects.partnerRole),
};

export const teaserColumns = {
  slug: entries.slug,
  originalLocale: entries.originalLocale,
  profileType: projects.profileType,
  kind: projects.kind,
  title: entries.title,
  teaser: entries.teaser,
  languages: projects.languages,
  partnershipTypes: projects.partnershipTypes,
  progress: projects.progress,
  deadline: projects.deadline,
  publishedAt: entries.publishedAt,
};

/** The kind of organisation that proposes it, where all members know who does. Join affiliations and organisations. */
const shownKind = sql<
  string | null
>`case when ${entries.ownerLevel} = 'members' and ${isInDirectory} then ${organisations.kind} end`;

function readRows(
  db: Reader,
  viewer: Viewer & { memberId: string },
  own: CandidateFacts,
  among?: readonly string[],
) {
  const { memberId } = viewer;
  const shown = shownColumns(viewer);
  const isAsked = among && inArray(entries.slug, [...among]);
  const sectors = [own.sectors, ...own.activities.map((one) => one.sectors)].flat();
  const cities = [own.cities, ...own.activities.map((one) => one.cities)].flat();
  const called = stemsOf(own.trade)
    .flatMap((stem) => searchPatterns(stem))
    .map((pattern) => sql`${pattern}`);
  const isNear = or(
    sql`${shown.sectors} && ${slugArray(sectors)}`,
    sql`${shown.cities} && ${slugArray(cities)}`,
    called.length > 0
      ? sql`${entries.searchMembers} like any(array[${sql.join(called, sql`, `)}])`
      : undefined,
  );
  const nearness = sql`${inCommon(shown.sectors, sectors)} + ${inCommon(shown.cities, cities)}`;
  return db
    .select({ ...teaserColumns, ...shown, ownerKind: shownKind, text: textColumns })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .where(and(isAsked, isOpen(), isForeign(memberId), isUntouched(memberId), isNear))
    .orderBy(desc(nearness), desc(entries.publishedAt), entries.slug)
    .limit(COMPARED);
}

/** Listed, and open to interests. */
const isOpen = () =>
  and(isListed(), eq(projects.acceptingInterests, true), inArray(projects.progress, OPEN_PROGRESS));

/** Neither the member's own nor that of somebody of an organisation of theirs. */
function isForeign(memberId: string): SQL {
  return sql`${entries.ownerId} <> ${memberId} and ${entries.ownerId} not in (
    select colleague.member_id from ${affiliations} colleague
    join ${affiliations} own on own.organisation_id = colleague.organisation_id
    where own.member_id = ${memberId})`;
}

/** Neither set aside by the member nor answered, whatever came of it. */
function isUntouched(memberId: string): SQL {
  return sql`not exists (
      select 1 from ${matchDismissals} aside
      where aside.member_id = ${memberId} and aside.project_id = ${entries.id} and aside.candidate_id is null)
    and not exists (
      select 1 from ${interests} sent
      where sent.member_id = ${memberId} and sent.project_id = ${entries.id})`;
}

/** Slugs have passed the reference lists: nothing in them needs quoting. */
export const slugArray = (slugs: readonly string[]) =>
  sql`${`{${[...new Set(slugs)].join(",")}}`}::text[]`;

/** How many of these slugs stand in a column; much cheaper than to intersect the two lists for each row. */
export function inCommon(column: SQL | PgColumn, slugs: readonly string[]): SQL {
  const each = [...new Set(slugs)].map((slug) => sql`(${slug} = any(${column}))::int`);
  return sql.join([sql`0`, ...each], sql` + `);
}
