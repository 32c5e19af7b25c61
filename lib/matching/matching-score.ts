import type { Direction } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import {
  type ActivityFacts,
  type CandidateFacts,
  directionsOf,
  isSoughtKind,
  type ProjectFacts,
  practisedPartnership,
} from "./matching-facts";
import { type SharedWords, sharedWords } from "./matching-words";

/** What each thing in common counts, the first one and each further one. */
const WEIGHTS = {
  /** More than all the rest together: what is near comes first. */
  near: 100,
  sectors: { first: 4, more: 1 },
  /** For the words by which the project calls for somebody of their trade. */
  trade: { first: 4, more: 1 },
  /** Less than a sector: half the club works in the same few cities. */
  cities: { first: 2, more: 1 },
  /** For the telling words of an offer that meets the other side's need. */
  offer: { first: 1, more: 1 },
  need: { first: 1, more: 1 },
  /** An activity in one of the project's cities, in one of its sectors, or in both at once. */
  activeInCity: 1,
  activeInSector: 1,
  partnerKind: 2,
  partnership: 1,
  language: 1,
  direction: 1,
  earlierProject: 1,
} as const;

/** So many words of a text count; the rest says the same again. */
const MOST_WORDS = 3;

/** Below this there is nothing to suggest. */
const ENOUGH = 5;

/** Why a project and a candidate fit, each with the data behind it. */
export type Reason =
  | { kind: "sectors"; slugs: string[] }
  | { kind: "cities"; slugs: string[] }
  | {
      kind: "activity";
      slug: string;
      city: string | null;
      sector: string | null;
      since: number;
      until: number | null;
    }
  | { kind: "offer" | "need" | "trade"; shared: SharedWords }
  | { kind: "partnership"; type: string; activityKind: string }
  | { kind: "partnerKind"; organisationKind: string }
  | { kind: "languages"; slugs: string[] }
  | { kind: "direction"; direction: Direction }
  | { kind: "earlier"; slug: string; city: string | null; sector: string | null };

export type Weighed = { reason: Reason; points: number };

/** `isNear` where they share a sector or two telling words, and not only places, languages or kinds of organisation. */
export type Match = { score: number; isNear: boolean; reasons: Weighed[] };

/** What alone makes a match worth a suggestion, and is looked for first; the others only add to it. */
const TELLING: readonly Reason["kind"][] = ["sectors", "cities", "activity", "trade"];

/** So many telling words in common bring two as near as a sector. */
const NEAR_WORDS = 2;

/** A sector in common, as a field, an activity or a trade, or two telling words: half the club works in the same few cities. */
function areNear(reasons: readonly Weighed[]): boolean {
  const words = reasons.map(({ reason }) => ("shared" in reason ? reason.shared.count : 0));
  const isSameTrade = reasons.some(
    ({ reason: { kind, ...reason } }) =>
      kind === "sectors" || kind === "trade" || ("since" in reason && reason.sector !== null),
  );
  return isSameTrade || words.reduce((sum, count) => sum + count, 0) >= NEAR_WORDS;
}
/**
 * How well a candidate fits a project, and why, the weightiest reason first (in the order of the criteria when they
 * weigh the same). Null when too little speaks for it. `reader` only chooses in which language shared words are shown.
 */
export function matchOf(
  project: ProjectFacts,
  candidate: CandidateFacts,
  reader: Locale,
): Match | null {
  const reasons = [
    ...inCommon("sectors", project, candidate),
    ...inCommon("cities", project, candidate),
    ...activity(project, candidate.activities),
    ...words("offer", sharedWords(candidate.offers, project.sought, reader)),
    ...words("need", sharedWords(candidate.needs, project.offered, reader)),
    ...words("trade", sharedWords(project.called, candidate.trade, reader)),
    ...partnership(project, candidate),
    ...partnerKind(project, candidate),
    ...languages(project, candidate),
    ...direction(project, candidate),
    ...earlier(project, candidate),
  ].sort((a, b) => b.points - a.points);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const isTelling = reasons.some(({ reason }) => TELLING.includes(reason.kind));
  if (!isTelling || score < ENOUGH) return null;
  const isNear = areNear(reasons);
  return { score: isNear ? score + WEIGHTS.near : score, isNear, reasons };
}

/** The best first; what scores the same in the order of `tie`, so that the same data always gives the same list. */
export function bestFirst<One extends { match: Match }>(
  found: readonly One[],
  tie: (a: One, b: One) => number,
): One[] {
  return [...found].sort((a, b) => b.match.score - a.match.score || tie(a, b));
}

const both = (some: readonly string[], others: readonly string[]) =>
  some.filter((slug) => others.includes(slug));

function pointsFor(kind: "sectors" | "cities" | "offer" | "need" | "trade", count: number): number {
  const { first, more } = WEIGHTS[kind];
  return first + (count - 1) * more;
}

function inCommon(
  kind: "sectors" | "cities",
  project: ProjectFacts,
  candidate: CandidateFacts,
): Weighed[] {
  const slugs = both(project[kind], candidate[kind]);
  if (slugs.length === 0) return [];
  return [{ reason: { kind, slugs }, points: pointsFor(kind, slugs.length) }];
}

/** The activity that comes nearest: both city and sector, then what goes on, then the longest practice. */
function activity(project: ProjectFacts, activities: readonly ActivityFacts[]): Weighed[] {
  const near = activities
    .map(({ slug, cities, sectors, since, until }) => {
      const city = both(project.cities, cities)[0] ?? null;
      const sector = both(project.sectors, sectors)[0] ?? null;
      const points: number =
        (city ? WEIGHTS.activeInCity : 0) + (sector ? WEIGHTS.activeInSector : 0);
      const reason = { kind: "activity" as const, slug, city, sector, since, until };
      return { reason, points };
    })
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        Number(a.reason.until !== null) - Number(b.reason.until !== null) ||
        a.reason.since - b.reason.since ||
        (a.reason.slug < b.reason.slug ? -1 : 1),
    );
  return near.slice(0, 1);
}

function words(kind: "offer" | "need" | "trade", shared: SharedWords | null): Weighed[] {
  if (!shared) return [];
  return [
    { reason: { kind, shared }, points: pointsFor(kind, Math.min(shared.count, MOST_WORDS)) },
  ];
}

function partnership(project: ProjectFacts, { activities }: CandidateFacts): Weighed[] {
  const practised = practisedPartnership(project.partnershipTypes, activities);
  if (!practised) return [];
  return [{ reason: { kind: "partnership", ...practised }, points: WEIGHTS.partnership }];
}

function partnerKind(project: ProjectFacts, { organisationKind }: CandidateFacts): Weighed[] {
  if (!organisationKind || !isSoughtKind(project, organisationKind)) return [];
  return [{ reason: { kind: "partnerKind", organisationKind }, points: WEIGHTS.partnerKind }];
}

function languages(project: ProjectFacts, candidate: CandidateFacts): Weighed[] {
  const slugs = both(project.languages, candidate.languages);
  return slugs.length > 0
    ? [{ reason: { kind: "languages", slugs }, points: WEIGHTS.language }]
    : [];
}

function direction(project: ProjectFacts, candidate: CandidateFacts): Weighed[] {
  const way = project.direction;
  if (!way || !directionsOf(candidate).has(way)) return [];
  return [{ reason: { kind: "direction", direction: way }, points: WEIGHTS.direction }];
}

function earlier(project: ProjectFacts, candidate: CandidateFacts): Weighed[] {
  for (const { slug, cities, sectors } of candidate.earlier) {
    const city = both(project.cities, cities)[0] ?? null;
    const sector = city ? null : (both(project.sectors, sectors)[0] ?? null);
    if (slug !== project.slug && (city || sector)) {
      return [{ reason: { kind: "earlier", slug, city, sector }, points: WEIGHTS.earlierProject }];
    }
  }
  return [];
}
