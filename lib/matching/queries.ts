import "server-only";
import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { isShown, onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { matchDismissals, matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import { type Read, together } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { citiesIn, divisionOfCity, groupOfSector, sectorsIn } from "@/lib/directory/crowd";
import { namedTo } from "@/lib/entries/shown.queries";
import { shownColumns } from "@/lib/projects/shown.queries";
import { isListed } from "@/lib/projects/sight.queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import { nearestLines, type Wanted } from "@/lib/search/nearest-lines";
import { mostFound, notedColumn, readCandidates } from "./facts.queries";
import { type CandidateFacts, directionOf, type ProjectFacts, withWider } from "./matching-facts";
import { bestFirst, type Match, matchOf } from "./matching-score";
import { stemsOf } from "./matching-words";
import { readSought } from "./noted-words";
import { canSeeMatches, OPEN_PROGRESS } from "./policy";
import { type ReasonWords, reasonWords } from "./reason-words";

/** So many are compared in full, those that share most sectors and cities: by the worker (`anew`), and while somebody waits. */
export const comparedOf = (anew: boolean, most: number) => (anew ? 200 : Math.max(48, most));

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
  read: Read = atOnce,
): Promise<ProjectMatch[]> {
  return read((db) => findMatches(db, viewer, locale, most));
}

/** What is asked together is one statement. */
const atOnce: Read = (run) => together((read) => read(run));

/** Why each of these projects (by slug) fits the viewer, in words, the weightiest reason; those that do not are left out. */
export async function listFirstReasons(
  viewer: Viewer | null,
  locale: Locale,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ReasonWords>> {
  if (!canSeeMatches(viewer) || slugs.length === 0) return new Map();
  const found = await atOnce((db) => findMatches(db, viewer, locale, slugs.length, { slugs }));
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
  const which = slugs ? oneOf(slugs) : isNoted(viewer.memberId, most);
  const [[own], known] = await Promise.all([
    readCandidates(db, viewer, [viewer.memberId]),
    anew ? null : readRows(db, viewer, which),
  ]);
  if (!own) return [];
  const facts = withWider(own.facts);
  const isKnown = slugs !== undefined || own.row.found !== null;
  const near = isNear(own.facts, comparedOf(anew, most));
  const rows = known && isKnown ? known : await readRows(db, viewer, near);
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

/** The kind of organisation that proposes it, where all members know who does. Join organisations. */
const shownKind = (isNamed: SQLWrapper) =>
  sql<string | null>`case when ${isNamed} then ${organisations.kind} end`;

const LISTED: LineList = { kind: "project", audience: "members" };

/**
 * One of those nearest to the sectors and cities of the member; where these are few, to those of their activities, or of
 * those that may call for their trade.
 */
function isNear(own: CandidateFacts, most: number): SQL {
  const done = {
    sectors: own.activities.flatMap((one) => one.sectors),
    cities: own.activities.flatMap((one) => one.cities),
  };
  const near = { ...wider(own), besides: { ...wider(done), words: stemsOf(own.trade) } };
  return sql`${entries.id} = any(${nearestLines(LISTED, near, most)})`;
}

const wider = ({ sectors, cities }: Pick<CandidateFacts, "sectors" | "cities">) => ({
  sectors: withGroups([...new Set(sectors)], groupOfSector, sectorsIn),
  cities: withGroups([...new Set(cities)], divisionOfCity, citiesIn),
});

/** A project without a name may show what is wider instead. */
function withGroups(
  slugs: readonly string[],
  widerOf: (slug: string) => string | null,
  inside: (wider: string) => string[],
): Wanted[] {
  const wider = new Set(slugs.flatMap((slug) => widerOf(slug) ?? []));
  const groups = [...wider].filter((group) => !slugs.includes(group));
  return [
    ...slugs.map((value) => ({ value })),
    ...groups.map((value) => ({ value, unless: inside(value).filter((one) => one !== value) })),
  ];
}

/** By one value however many there are, so that the text is the same for every reader and its plan is kept. */
const oneOf = (slugs: readonly string[]) =>
  sql`${entries.slug} = any(${sql.param([...slugs], entries.sectors)})`;

/** Among the first that were noted for a member, where that is how they are (`foundColumn`). */
const isNoted = (memberId: string, most: number) => sql`${entries.id} = any((
  select noted.found[:${mostFound(most)}::int] from ${matchNotes} noted
  where noted.member_id = ${memberId} and noted.changes = noted.noted_changes)::uuid[])`;

/** Projects that may be suggested, in no order. */
function readRows(db: Reader, viewer: Viewer & { memberId: string }, which: SQL) {
  const { memberId } = viewer;
  const owner = namedTo(db, viewer);
  const shown = shownColumns(viewer, owner.isNamed);
  return db
    .select({
      id: entries.id,
      ...teaserColumns,
      ...shown,
      ownerSlug: onlyIf(sql`${owner.isNamed}`, members.slug),
      ownerKind: shownKind(owner.isNamed),
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
    .crossJoinLateral(owner)
    .where(and(which, isOpen(), isForeign(entries.ownerId, memberId), isUntouched(memberId)));
}

/** Listed, and open to interests. */
const isOpen = () =>
  and(isListed(), eq(projects.acceptingInterests, true), inArray(projects.progress, OPEN_PROGRESS));

/** Whose the column is: neither the member nor somebody of an organisation of theirs. */
export function isForeign(whose: PgColumn, memberId: string): SQL {
  return sql`${whose} <> ${memberId} and ${whose} not in (
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
