import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { matchDismissals, matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";
import { roomPeople, rooms } from "@/db/schema/rooms";
import { isActing } from "@/db/standing";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { REVEALED_STATES } from "@/lib/interests/policy";
import { isInDirectory } from "@/lib/members/listed.queries";
import { type MemberCardData, toMemberCard } from "@/lib/members/member-card";
import type { LineList } from "@/lib/search/line-sources.queries";
import { nearestLines } from "@/lib/search/nearest-lines";
import { type Candidate, foundColumn, mostFound, readCandidates } from "./facts.queries";
import { calledSectors, directionOf, isNear, type ProjectFacts } from "./matching-facts";
import { bestFirst, type Match, matchOf } from "./matching-score";
import { canSeeCandidates } from "./policy";
import { comparedOf, isForeign, slugArray, soughtColumn, teaserColumns } from "./queries";

export type MatchedProject = NonNullable<Awaited<ReturnType<typeof getMatchedProject>>>;

export type CandidateMatch = { id: string; card: MemberCardData; match: Match };

/** A project of the viewer that takes partners, to find people for; null for anybody else's and in any other state. */
export async function getMatchedProject(viewer: Viewer, slug: string, read: Read = query) {
  return isSlug(slug) ? read((db) => findMatchedProject(db, viewer, slug)) : null;
}

/** As `getMatchedProject`, on a connection that is had already. */
export async function findMatchedProject(db: Reader, viewer: Viewer, slug: string) {
  const [row] = await db
    .select({
      ...teaserColumns,
      sectors: entries.sectors,
      cities: entries.cities,
      ownerKind: organisations.kind,
      id: entries.id,
      // All of one's own, whoever else reads it.
      words: soughtColumn(sql`true`),
      found: foundColumn,
      partnerKinds: projects.partnerKinds,
      partnerRole: projects.partnerRole,
      moderation: entries.moderation,
      ownerAccountId: accounts.id,
      ownerStatus: accounts.status,
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .leftJoin(matchNotes, eq(matchNotes.projectId, entries.id))
    .where(and(eq(entries.slug, slug), eq(accounts.id, viewer.accountId)));
  return row && canSeeCandidates(viewer, row) ? row : null;
}

/** What is compared of one's own project: all of it. */
export function factsOf(project: MatchedProject): ProjectFacts {
  const { slug, sectors, cities, languages, partnershipTypes, partnerKinds, partnerRole } = project;
  return {
    ...{ slug, sectors, cities, languages, partnershipTypes, partnerKinds, partnerRole },
    direction: directionOf(project),
    ...project.words,
  };
}

/**
 * Members who fit one's own project and why, the best first, `most` of them: active ones who stand in the directory, by
 * what they show to the viewer. Never the viewer, their colleagues, whom they have set aside for it, nor whom they know to
 * have answered it or to be in its room.
 */
export function listCandidates(
  viewer: Viewer,
  project: MatchedProject,
  locale: Locale,
  most: number,
  read: Read = query,
): Promise<CandidateMatch[]> {
  return read((db) => findCandidates(db, viewer, project, locale, most));
}

/** As `listCandidates`, on a connection that is had already; looked for `anew` if asked. */
export async function findCandidates(
  db: Reader,
  viewer: Viewer,
  project: MatchedProject,
  locale: Locale,
  most: number,
  { anew = false } = {},
): Promise<CandidateMatch[]> {
  if (!canSeeCandidates(viewer, project)) return [];
  const known = project.found && !anew ? project.found.slice(0, mostFound(most)) : null;
  const found = await findFitting(db, viewer, factsOf(project), locale, most, {
    which: known ?? undefined,
    anew,
    isOpen: and(isWanted(viewer.memberId, project.id), isNotInYet(viewer.memberId, project.id)),
  });
  return found.map(({ row, match }) => ({ id: row.id, card: toMemberCard(row, locale), match }));
}

/**
 * Members who fit what is sought, the best first, `most` of them: active ones who stand in the directory, by what all members
 * see of them, never the viewer nor their colleagues. Those of whom `isOpen` holds, among those of `which` (by id) if given.
 */
export async function findFitting(
  db: Reader,
  viewer: Viewer & { memberId: string },
  facts: ProjectFacts,
  locale: Locale,
  most: number,
  { which, anew = false, isOpen }: { which?: readonly string[]; anew?: boolean; isOpen?: SQL } = {},
): Promise<(Candidate & { match: Match })[]> {
  const wanted = { ...facts, sectors: [...facts.sectors, ...calledSectors(facts)] };
  const among = which ?? isNearest(wanted, comparedOf(anew, most));
  const isAmong = isAsked(viewer.memberId, isOpen);
  const candidates = await readCandidates(db, viewer, among, "members", isAmong);
  const found = candidates.flatMap((candidate) => {
    if (!isNear(candidate.facts, wanted)) return [];
    const match = matchOf(facts, candidate.facts, locale);
    return match ? [{ ...candidate, match }] : [];
  });
  return bestFirst(found, (a, b) => (a.row.slug < b.row.slug ? -1 : 1)).slice(0, most);
}

/** How well a member fits one's own project, or null: too little, or nobody the owner may be told of. */
export async function findCandidate(
  db: Reader,
  viewer: Viewer,
  project: MatchedProject,
  memberId: string,
  locale: Locale,
): Promise<Match | null> {
  if (!canSeeCandidates(viewer, project)) return null;
  const isOpen = isAsked(viewer.memberId, isWanted(viewer.memberId, project.id));
  const [found] = await readCandidates(db, viewer, [memberId], "members", isOpen);
  return found ? matchOf(factsOf(project), found.facts, locale) : null;
}

const LISTED: LineList = { kind: "member", audience: "members" };

/**
 * Of the ids of those nearest to the sectors and cities of a project, by what members see of them; where these are few, of
 * those too who do something there.
 */
function isNearest(
  { sectors, cities }: Pick<ProjectFacts, "sectors" | "cities">,
  most: number,
): SQL {
  const valuesOf = (slugs: readonly string[]) => [...new Set(slugs)].map((value) => ({ value }));
  const near = { sectors: valuesOf(sectors), cities: valuesOf(cities) };
  const doing = sql`select done.member_id from ${activities} done
    where done.sectors && ${slugArray(sectors)} or done.cities && ${slugArray(cities)}`;
  return sql`${members.id} = any(array(select near from (select unnest(${nearestLines(LISTED, near, most)}) as near
    union all (${doing} limit ${sql.raw(`${most}`)})) near limit ${sql.raw(`${most}`)}))`;
}

/** Whom a member may be told of. Join accounts. */
const isAsked = (memberId: string, isOpen?: SQL) =>
  and(isActing(), isInDirectory, isForeign(members.id, memberId), isOpen);

function isWanted(memberId: string, projectId: string): SQL {
  return sql`not exists (
    select 1 from ${matchDismissals} aside
    where aside.member_id = ${memberId} and aside.project_id = ${projectId}
      and aside.candidate_id = ${members.id})`;
}

/**
 * Neither in the project's room nor known to its owner as a sender. A sender who is not named stays among those who could
 * answer: a list that lacks them would say who they are.
 */
function isNotInYet(memberId: string, projectId: string): SQL {
  return sql`${members.id} not in (
    select sent.member_id from ${interests} sent
    where sent.project_id = ${projectId} and sent.received_by = ${memberId} and not sent.is_silenced
      and (sent.is_named or sent.state in ${[...REVEALED_STATES]})
    union all select there.member_id from ${rooms} room join ${roomPeople} there on there.room_id = room.id
    where room.project_id = ${projectId} and there.removed_at is null)`;
}
