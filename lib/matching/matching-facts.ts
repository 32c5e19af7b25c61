import type { ActivityStage, Country, Direction } from "@/db/enums";
import { type ReferenceList, referenceItem, referenceItems } from "@/db/reference/lists";
import { isEnded, yearOf } from "@/lib/activities/activity-state";
import { LOCALES } from "@/lib/core/i18n/locales";
import { divisionOfCity, groupOfSector } from "@/lib/directory/crowd";
import { sharedWords, type TellingWords, tellingWords } from "./matching-words";

/** What a project brings to a comparison, as far as the viewer reads it. Lists hold slugs of the reference lists. */
export type ProjectFacts = {
  slug: string;
  sectors: readonly string[];
  cities: readonly string[];
  languages: readonly string[];
  partnershipTypes: readonly string[];
  partnerKinds: readonly string[];
  partnerRole: string | null;
  direction: Exclude<Direction, "both"> | null;
  sought: TellingWords;
  /** By what it calls whom it seeks. */
  called: TellingWords;
  offered: TellingWords;
};

/** One activity: years, both included; `until` is null while it goes on. */
export type ActivityFacts = {
  slug: string;
  kind: string;
  direction: Direction;
  sectors: readonly string[];
  cities: readonly string[];
  since: number;
  until: number | null;
};

/**
 * An activity as it is compared, or none before it has begun or when nobody says when it ended. An end that is still to
 * come is none yet. `day` is a calendar day.
 */
export function begunActivity<Row extends Omit<ActivityFacts, "slug"> & { stage: ActivityStage }>(
  row: Row,
  day: string,
): Omit<Row, "stage">[] {
  const { stage, ...activity } = row;
  if (row.since > yearOf(day) || (stage === "exited" && row.until === null)) return [];
  return [{ ...activity, until: isEnded(row, day) ? row.until : null }];
}

/** What a member, or an organisation, brings to a comparison, as far as the viewer sees it; what is hidden is empty. */
export type CandidateFacts = {
  slug: string;
  sectors: readonly string[];
  cities: readonly string[];
  languages: readonly string[];
  offers: TellingWords;
  needs: TellingWords;
  /** The names of their sectors and of their kind of organisation (`tradeOf`). */
  trade: TellingWords;
  organisationKind: string | null;
  country: Country | null;
  activities: readonly ActivityFacts[];
  /** Projects they have published before, whose owner the viewer may know. */
  earlier: readonly { slug: string; sectors: readonly string[]; cities: readonly string[] }[];
};

/** The telling words of each name, found once. */
const named = new Map<string, TellingWords>();

function wordsOfName(list: ReferenceList, slug: string): TellingWords {
  const key = `${list} ${slug}`;
  const words = named.get(key) ?? tellingWords(referenceItem(list, slug)?.label ?? null);
  named.set(key, words);
  return words;
}

/** What a text that seeks a partner may call somebody by: the words of their sectors and kind, in every language. */
export function tradeOf(candidate: {
  sectors: readonly string[];
  organisationKind: string | null;
}): TellingWords {
  const { sectors, organisationKind } = candidate;
  const kinds = organisationKind ? [wordsOfName("organisationKinds", organisationKind)] : [];
  const names = [...sectors.map((slug) => wordsOfName("sectors", slug)), ...kinds];
  const inLanguage = LOCALES.flatMap((locale) => {
    const words = names.flatMap((name) => [...(name[locale] ?? [])]);
    // What two names share is written as in the first.
    return names.some((name) => name[locale]) ? [[locale, new Map(words.reverse())] as const] : [];
  });
  return Object.fromEntries(inLanguage);
}

const TRADES = referenceItems("sectors").map(({ slug }) => ({
  slug,
  trade: tradeOf({ sectors: [slug], organisationKind: null }),
}));

/** The sectors by whose names a project calls for a partner. */
export function calledSectors({ called }: Pick<ProjectFacts, "called">): string[] {
  return TRADES.filter(({ trade }) => sharedWords(called, trade, "fr")).map(({ slug }) => slug);
}

type Places = { sectors: readonly string[]; cities: readonly string[] };

/** Whether a candidate comes near by what is seen of them: a wanted sector or city of their own, or of an activity. */
export function isNear({ sectors, cities, activities }: CandidateFacts, wanted: Places): boolean {
  return [{ sectors, cities }, ...activities].some(
    (one) =>
      one.sectors.some((slug) => wanted.sectors.includes(slug)) ||
      one.cities.some((slug) => wanted.cities.includes(slug)),
  );
}

/** Kinds of work that go from China to Lyon by their nature. */
const TOWARDS_LYON = ["hosting-delegation"];

/**
 * Which way a project goes, from what anybody reads of it: its kind, the kind of organisation that proposes it, and
 * whether it names Chinese cities. Null when none of this says so.
 */
export function directionOf(project: {
  kind: string | null;
  ownerKind: string | null;
  cities: readonly string[];
}): ProjectFacts["direction"] {
  if (project.ownerKind === "chinese-company") return "china-to-lyon";
  if (project.kind && TOWARDS_LYON.includes(project.kind)) return "china-to-lyon";
  return project.cities.length > 0 ? "lyon-to-china" : null;
}

/** With the groups of their sectors and the divisions of their cities, which a project without a name may show instead. */
export function withWider(candidate: CandidateFacts): CandidateFacts {
  const widen = <One extends { sectors: readonly string[]; cities: readonly string[] }>(
    one: One,
  ) => ({
    ...one,
    sectors: [...one.sectors, ...one.sectors.flatMap((slug) => groupOfSector(slug) ?? [])],
    cities: [...one.cities, ...one.cities.flatMap((slug) => divisionOfCity(slug) ?? [])],
  });
  return { ...widen(candidate), activities: candidate.activities.map(widen) };
}

/** The ways somebody goes: those of their activities, else the one their organisation's country suggests. */
export function directionsOf(candidate: CandidateFacts): ReadonlySet<Direction> {
  const { activities, country, organisationKind } = candidate;
  if (activities.length > 0) {
    return new Set(
      activities.flatMap(({ direction }): Direction[] =>
        direction === "both" ? ["lyon-to-china", "china-to-lyon"] : [direction],
      ),
    );
  }
  if (organisationKind === "chinese-company") return new Set(["china-to-lyon"]);
  if (country === null || country === "other") return new Set();
  return new Set([country === "fr" ? "lyon-to-china" : "china-to-lyon"]);
}

/** Which partnerships an activity shows practice in. */
const PRACTICE: Record<string, readonly string[]> = {
  export: ["distribution-agency"],
  sourcing: ["supply-agreement"],
  "contract-manufacturing": ["subcontracting", "manufacturing-agreement"],
  "distribution-agreement": ["distribution-agency"],
  "import-to-france": ["distribution-agency"],
  "logistics-freight": ["transport-logistics"],
  "joint-venture": ["joint-venture"],
  "production-site": ["manufacturing-agreement", "reciprocal-production"],
  "inbound-investment": ["financing", "equity-acquisition"],
  "acquisition-equity": ["equity-acquisition"],
  licensing: ["licence"],
  "technology-transfer": ["licence", "technical-cooperation"],
  "rd-cooperation": ["rd-cooperation"],
  "inbound-rd-centre": ["rd-cooperation"],
  franchise: ["franchise"],
  "education-partnership": ["training-exchange"],
  "professional-training": ["training-exchange"],
  "talent-mobility": ["training-exchange"],
  consulting: ["expertise-mentoring"],
  "legal-financial-services": ["expertise-mentoring"],
  "institutional-cooperation": ["institutional-support"],
};

/** The first partnership the project seeks that an activity shows practice in, with the kind of that activity. */
export function practisedPartnership(
  sought: readonly string[],
  activities: readonly ActivityFacts[],
): { type: string; activityKind: string } | null {
  for (const type of sought) {
    const shown = activities.find(({ kind }) => PRACTICE[kind]?.includes(type));
    if (shown) return { type, activityKind: shown.kind };
  }
  return null;
}

/** The kinds of organisation that a partner's role names by itself. */
const KINDS_OF_ROLE: Record<string, readonly string[]> = {
  investor: ["bank-investor"],
  "research-lab": ["research-lab"],
  university: ["university-school"],
  "local-authority": ["public-institution", "chamber-agency"],
  expert: ["law-consulting"],
};

/** Whether the project seeks such an organisation, by kind or by role. */
export function isSoughtKind(
  project: Pick<ProjectFacts, "partnerKinds" | "partnerRole">,
  kind: string,
): boolean {
  const ofRole = project.partnerRole ? KINDS_OF_ROLE[project.partnerRole] : undefined;
  return project.partnerKinds.includes(kind) || ofRole?.includes(kind) === true;
}
