import "server-only";
import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { isShown, onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { matchDismissals, matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInDirectory } from "@/lib/members/listed.queries";
import { shownColumns } from "@/lib/projects/shown.queries";
import { isListed } from "@/lib/projects/sight.queries";
import { searchPatterns } from "@/lib/search/search-words";
import { firstFound, notedColumn, type Reader, readCandidates } from "./facts.queries";
import { type CandidateFacts, directionOf, type ProjectFacts, withWider } from "./matching-facts";
import { bestFirst, type Match, matchOf } from "./matching-score";
import { stemsOf } from "./matching-words";
import { readSought } from "./noted-words";
import { canSeeMatches, OPEN_PROGRESS } from "./policy";
import { type ReasonWords, reasonWords } from "./reason-words";

/** So many are compared in full, the nearest by sector and city first. */
const COMPARED = 200;

export type ProjectMatch = { project: MatchedRow; match: Match };

type Row = Awaited<ReturnType<typeof readRows>>[number];

type MatchedRow = Omit<Row, "words" | "partner">;

/**
 * Projects that fit the viewer and why, the best first, `most` of them. Never their own or a colleague's, nor what takes
 * no interests, what they have answered or what they have set aside. What its owner keeps for accepted contacts is not
 * compared. Empty for whoever has no profile.
 */
export function listMatches(
  viewer: Viewer,
  locale: Locale,
  most: number,
  read: Read = query,
): Promise<ProjectMatch[]> {
  return read((db) => findMatches(db, viewer, locale, most));
}

/** Why each of these projects (by slug) fits the viewer, in words, the weightiest reason; those that do not are left out. */
export async function listFirstReasons(
  viewer: Viewer | null,
  locale: Locale,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ReasonWords>> {
  if (!canSeeMatches(viewer) || slugs.length === 0) return new Map();
  const found = await query((db) => findMatches(db, viewer, locale, slugs.length, { slugs }));
  return new Map(
    found.flatMap(({ project, match: { reasons } }): [string, ReasonWords][] => {
      const [first] = reasons;
      return first ? [[project.slug, reasonWords(first.reason, "mine", locale)]] : [];
    }),
  );
}

/** As `listMatches`, on a connection that is had already; among projects of these slugs, or looked for `anew`. */
export async function findMatches(
  db: Reader,
  viewer: Viewer,
  locale: Locale,
  most: number,
  { slugs, anew = false }: { slugs?: readonly string[]; anew?: boolean } = {},
): Promise<ProjectMatch[]> {
  if (!canSeeMatches(viewer)) return [];
  const [own] = await readCandidates(db, viewer, [viewer.memberId]);
  if (!own) return [];
  const facts = withWider(own.facts);
  const noted = anew ? null : own.row.found;
  const which = slugs ? oneOf(slugs) : noted && isNoted(firstFound(noted, most));
  const rows = which
    ? await readRows(db, viewer, which, null)
    : await readRows(db, viewer, isNear(viewer, facts), nearness(viewer, facts));
  const found = rows.flatMap((row) => {
    const { words: _, partner: __, ...project } = row;
    const match = matchOf(factsOf(row), facts, locale);
    return match ? [{ project, match }] : [];
  });
  return bestFirst(found, newestFirst).slice(0, most);
}

const newestFirst = (a: ProjectMatch, b: ProjectMatch) =>
  (b.project.publishedAt?.getTime() ?? 0) - (a.project.publishedAt?.getTime() ?? 0) ||
  (a.project.slug < b.project.slug ? -1 : 1);

function factsOf(row: Row): ProjectFacts {
  const { slug, sectors, cities, languages, partnershipTypes, words, partner } = row;
  return {
    ...{ slug, sectors, cities, languages, partnershipTypes },
    partnerKinds: partner.kinds ?? [],
    partnerRole: partner.role,
    direction: directionOf(row),
    ...words,
  };
}

/** Whether the viewer reads the full text: not where its owner keeps it for accepted contacts. */
const isTextOpen = eq(entries.textLevel, "members");

/** Whom a project seeks, as far as its text is open. */
const partnerColumns = {
  kinds: onlyIf(isTextOpen, projects.partnerKinds),
  role: onlyIf(isTextOpen, projects.partnerRole),
};

const noted = (part: "open" | "shown") => sql`json_build_object(
  'sought', ${matchNotes.words} -> ${`${part}Sought`}, 'called', ${matchNotes.words} -> ${`${part}Called`},
  'offered', ${matchNotes.words} -> ${`${part}Offered`})`;

/** The telling words of a project, of its full text where that is open. Join match_notes. */
export function soughtColumn(isOpen: SQL = isTextOpen) {
  const { sought, partnerTask, offered, advantages } = projects;
  return notedColumn(
    {
      noted: sql`case when ${isOpen} then ${noted("open")} else ${noted("shown")} end`,
      texts: sql`case when ${isOpen} then json_build_object('teaser', ${entries.teaser}, 'sought', ${sought},
        'partnerTask', ${partnerTask}, 'offered', ${offered}, 'advantages', ${advantages})
        else json_build_object('teaser', ${entries.teaser}) end`,
    },
    readSought,
  );
}

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

/** Of a sector or city that the member, or an activity of theirs, has, or one that may call for their trade. */
function isNear(viewer: Viewer, own: CandidateFacts): SQL | undefined {
  const shown = shownColumns(viewer);
  const { sectors, cities } = placesOf(own);
  const called = stemsOf(own.trade)
    .flatMap((stem) => searchPatterns(stem))
    .map((pattern) => sql`${pattern}`);
  return or(
    sql`${shown.sectors} && ${slugArray(sectors)}`,
    sql`${shown.cities} && ${slugArray(cities)}`,
    called.length > 0
      ? sql`${entries.searchMembers} like any(array[${sql.join(called, sql`, `)}])`
      : undefined,
  );
}

const placesOf = (own: CandidateFacts) => ({
  sectors: [own.sectors, ...own.activities.map((one) => one.sectors)].flat(),
  cities: [own.cities, ...own.activities.map((one) => one.cities)].flat(),
});

/** By one value however many there are, so that the text is the same for every reader and its plan is kept. */
const oneOf = (slugs: readonly string[]) =>
  sql`${entries.slug} = any(${sql.param([...slugs], entries.sectors)})`;

const isNoted = (ids: readonly string[]) =>
  sql`${entries.id} = any(${sql.param([...ids], matchNotes.found)})`;

function nearness(viewer: Viewer, own: CandidateFacts): SQL {
  const shown = shownColumns(viewer);
  const { sectors, cities } = placesOf(own);
  return sql`${inCommon(shown.sectors, sectors)} + ${inCommon(shown.cities, cities)}`;
}

/** The first of `which` by `order`; in no order where there is none. */
function readRows(
  db: Reader,
  viewer: Viewer & { memberId: string },
  which: SQL | undefined,
  order: SQL | null,
) {
  const { memberId } = viewer;
  const shown = shownColumns(viewer);
  return db
    .select({
      id: entries.id,
      ...teaserColumns,
      ...shown,
      ownerKind: shownKind,
      words: soughtColumn(),
      partner: partnerColumns,
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(
      organisations,
      and(eq(organisations.id, affiliations.organisationId), isShown(organisations)),
    )
    .leftJoin(matchNotes, eq(matchNotes.projectId, entries.id))
    .where(and(which, isOpen(), isForeign(memberId), isUntouched(memberId)))
    .orderBy(...(order ? [desc(order), desc(entries.publishedAt), entries.slug] : []))
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

/** How many of these slugs stand in a column, which is worked out once; much cheaper than to intersect the two lists. */
export function inCommon(column: SQL | PgColumn, slugs: readonly string[]): SQL {
  const each = [...new Set(slugs)].map((slug) => sql`(${slug} = any(one.slugs))::int`);
  if (each.length === 0) return sql`0`;
  return sql`(select ${sql.join(each, sql` + `)} from (select ${column} as slugs offset 0) one)`;
}
