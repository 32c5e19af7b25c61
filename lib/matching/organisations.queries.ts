import "server-only";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import { activitySightOf, isInSight, isOrganisationShown } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { factsOf, type MatchedProject } from "./candidates.queries";
import { begunActivity, calledSectors, type ProjectFacts, tradeOf } from "./matching-facts";
import { bestFirst, type Match, matchOf } from "./matching-score";
import { canSeeCandidates } from "./policy";
import { inCommon, slugArray } from "./queries";

/** So many are compared in full, the nearest by sector and place first. */
const COMPARED = 200;

type Row = Awaited<ReturnType<typeof readNear>>[number];

export type OrganisationMatch = { organisation: Row; match: Match };

/**
 * Organisations that fit one's own project and why, the best first, `most` of them: those that all members see, by their
 * page and the activities that are told to be theirs. Never one that the viewer belongs to.
 */
export function listOrganisationMatches(
  viewer: Viewer,
  project: MatchedProject,
  locale: Locale,
  most: number,
  read: Read = query,
): Promise<OrganisationMatch[]> {
  return read(async (db) => {
    if (!canSeeCandidates(viewer, project)) return [];
    const facts = factsOf(project);
    const near = await readNear(db, viewer.memberId, facts);
    const done = await readActivities(
      db,
      viewer,
      near.map(({ id }) => id),
    );
    const found = near.flatMap((organisation) => {
      const own = done.filter((one) => one.organisationId === organisation.id);
      const match = matchOf(facts, candidateOf(organisation, own), locale);
      return match ? [{ organisation, match }] : [];
    });
    const bySlug = (a: OrganisationMatch, b: OrganisationMatch) =>
      a.organisation.slug < b.organisation.slug ? -1 : 1;
    return bestFirst(found, bySlug).slice(0, most);
  });
}

function candidateOf(row: Row, own: Awaited<ReturnType<typeof readActivities>>) {
  const { slug, kind, country, sectors, place, sites } = row;
  return {
    ...{ slug, sectors, country, languages: [], offers: {}, needs: {}, earlier: [] },
    cities: place ? [place, ...sites] : sites,
    trade: tradeOf({ sectors, organisationKind: kind }),
    organisationKind: kind,
    activities: own,
  };
}

const isOpen = and(
  inArray(organisations.visibility, ["public", "members"]),
  isShown(organisations),
);

function readNear(db: Reader, memberId: string, facts: ProjectFacts) {
  const wanted = [...facts.sectors, ...calledSectors(facts)];
  const [sectors, cities] = [slugArray(wanted), slugArray(facts.cities)];
  const places = sql`array_append(${organisations.sites}, ${organisations.place})`;
  const nearness = sql`${inCommon(organisations.sectors, wanted)} + ${inCommon(places, facts.cities)}`;
  return db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      originalLocale: organisations.originalLocale,
      kind: organisations.kind,
      country: organisations.country,
      sectors: organisations.sectors,
      place: organisations.place,
      sites: organisations.sites,
    })
    .from(organisations)
    .where(
      and(
        isOpen,
        isForeign(memberId),
        or(sql`${organisations.sectors} && ${sectors}`, sql`${places} && ${cities}`),
      ),
    )
    .orderBy(sql`${nearness} desc`, organisations.slug)
    .limit(COMPARED);
}

function isForeign(memberId: string): SQL {
  return sql`${organisations.id} not in (
    select own.organisation_id from ${affiliations} own where own.member_id = ${memberId})`;
}

/** What has begun and is told to all members to be the organisation's. */
async function readActivities(db: Reader, viewer: Viewer, organisationIds: string[]) {
  if (organisationIds.length === 0) return [];
  const sight = activitySightOf(viewer, "members");
  const rows = await db
    .select({
      organisationId: activities.organisationId,
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
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(
      and(
        inArray(activities.organisationId, organisationIds),
        isInSight(sight),
        isOrganisationShown(sight),
      ),
    )
    .orderBy(asc(activities.since), asc(activities.slug));
  return rows.flatMap((row) => begunActivity(row, today()));
}
