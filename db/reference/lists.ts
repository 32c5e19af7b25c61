import cities from "./geo/cn-cities.json" with { type: "json" };
import provinces from "./geo/cn-provinces.json" with { type: "json" };
import lyonPlaces from "./geo/lyon-places.json" with { type: "json" };
import activityGroups from "./vocab/activity-groups.json" with { type: "json" };
import activityKinds from "./vocab/activity-kinds.json" with { type: "json" };
import activityStages from "./vocab/activity-stages.json" with { type: "json" };
import agreementKinds from "./vocab/agreement-kinds.json" with { type: "json" };
import budgetBands from "./vocab/budget-bands.json" with { type: "json" };
import consentPurposes from "./vocab/consent-purposes.json" with { type: "json" };
import cooperationKinds from "./vocab/cooperation-kinds.json" with { type: "json" };
import costBands from "./vocab/cost-bands.json" with { type: "json" };
import developmentStages from "./vocab/development-stages.json" with { type: "json" };
import directions from "./vocab/directions.json" with { type: "json" };
import eventFormats from "./vocab/event-formats.json" with { type: "json" };
import eventKinds from "./vocab/event-kinds.json" with { type: "json" };
import experienceOutcomes from "./vocab/experience-outcomes.json" with { type: "json" };
import experienceTopics from "./vocab/experience-topics.json" with { type: "json" };
import headcountBands from "./vocab/headcount-bands.json" with { type: "json" };
import heritageParts from "./vocab/heritage-parts.json" with { type: "json" };
import heritageStatuses from "./vocab/heritage-statuses.json" with { type: "json" };
import ipStatuses from "./vocab/ip-statuses.json" with { type: "json" };
import languages from "./vocab/languages.json" with { type: "json" };
import memberFunctions from "./vocab/member-functions.json" with { type: "json" };
import membershipCategories from "./vocab/membership-categories.json" with { type: "json" };
import organisationKinds from "./vocab/organisation-kinds.json" with { type: "json" };
import organisationSizes from "./vocab/organisation-sizes.json" with { type: "json" };
import partnerRoles from "./vocab/partner-roles.json" with { type: "json" };
import partnershipTypes from "./vocab/partnership-types.json" with { type: "json" };
import profileTypes from "./vocab/profile-types.json" with { type: "json" };
import projectKinds from "./vocab/project-kinds.json" with { type: "json" };
import reasonsApplicationRefusal from "./vocab/reasons-application-refusal.json" with {
  type: "json",
};
import reasonsChangesRequested from "./vocab/reasons-changes-requested.json" with { type: "json" };
import reasonsCooperationRefusal from "./vocab/reasons-cooperation-refusal.json" with {
  type: "json",
};
import reasonsEventRefusal from "./vocab/reasons-event-refusal.json" with { type: "json" };
import reasonsEventSelection from "./vocab/reasons-event-selection.json" with { type: "json" };
import reasonsExperienceRefusal from "./vocab/reasons-experience-refusal.json" with {
  type: "json",
};
import reasonsInterestDecline from "./vocab/reasons-interest-decline.json" with { type: "json" };
import reasonsProjectRefusal from "./vocab/reasons-project-refusal.json" with { type: "json" };
import reasonsReport from "./vocab/reasons-report.json" with { type: "json" };
import reasonsSuspension from "./vocab/reasons-suspension.json" with { type: "json" };
import roomRoles from "./vocab/room-roles.json" with { type: "json" };
import sectorGroups from "./vocab/sector-groups.json" with { type: "json" };
import sectors from "./vocab/sectors.json" with { type: "json" };

type ReferenceLocale = "fr" | "en" | "zh";
type Words = Record<ReferenceLocale, string>;

export type ReferenceItem = {
  slug: string;
  label: Words;
  definition?: Words;
  /** Reasons: the sentence the person concerned reads. */
  message?: Words;
  /** Consents: the text agreed to. */
  text?: Words;
  /** Consents: raised whenever the text changes; what was agreed to before. */
  version?: number;
  superseded?: { version: number; text: Words }[];
  /** Activity kinds and sectors: their family; activity kinds: the directions they go in. */
  group?: string;
  directions?: string[];
  /** Cities: the division (province, municipality, region) they lie in. */
  province?: string;
  /** Agreement kinds: false where nothing was signed. */
  concluded?: boolean;
  /** The choice must be explained in words of one's own. */
  requiresText?: boolean;
};

const LISTS = {
  activityGroups,
  activityKinds,
  activityStages,
  agreementKinds,
  directions,
  headcountBands,
  heritageParts,
  heritageStatuses,
  reasonsApplicationRefusal,
  budgetBands,
  cities,
  consentPurposes,
  cooperationKinds,
  costBands,
  developmentStages,
  eventFormats,
  eventKinds,
  experienceOutcomes,
  experienceTopics,
  ipStatuses,
  languages,
  lyonPlaces,
  memberFunctions,
  membershipCategories,
  organisationKinds,
  organisationSizes,
  partnerRoles,
  partnershipTypes,
  profileTypes,
  projectKinds,
  provinces,
  reasonsChangesRequested,
  reasonsCooperationRefusal,
  reasonsEventRefusal,
  reasonsEventSelection,
  reasonsExperienceRefusal,
  reasonsInterestDecline,
  reasonsProjectRefusal,
  reasonsReport,
  reasonsSuspension,
  roomRoles,
  sectorGroups,
  sectors,
} satisfies Record<string, { items: ReferenceItem[] }>;

export type ReferenceList = keyof typeof LISTS;

export const REFERENCE_LISTS = Object.keys(LISTS) as ReferenceList[];

/** Long lists a reader looks words up in; the others keep the order of their meaning. */
const SORTED_BY_LABEL: ReadonlySet<ReferenceList> = new Set(["cities", "provinces", "sectors"]);

const COLLATORS: Record<ReferenceLocale, Intl.Collator> = {
  fr: new Intl.Collator("fr"),
  en: new Intl.Collator("en"),
  zh: new Intl.Collator("zh-Hans-u-co-pinyin"),
};

/** Signs of two readings, which the collation sorts by the other one (`zhang`, `sha`): another of the right reading. */
const READ_AS: Readonly<Record<string, string>> = { 长: "常", 厦: "夏" };

const BY_SLUG = Object.fromEntries(
  REFERENCE_LISTS.map((list) => [
    list,
    new Map(referenceItems(list).map((item) => [item.slug, item])),
  ]),
) as Record<ReferenceList, Map<string, ReferenceItem>>;

/** The items of a list, in the list's own order. */
export function referenceItems(list: ReferenceList): readonly ReferenceItem[] {
  return LISTS[list].items;
}

/** One item with its definition or message, or null when the list does not hold the slug. */
export function referenceItem(list: ReferenceList, slug: string): ReferenceItem | null {
  return BY_SLUG[list].get(slug) ?? null;
}

/** Whether the list holds the slug. */
export function isReference(list: ReferenceList, slug: string): boolean {
  return BY_SLUG[list].has(slug);
}

/** The label of a slug in a language; the slug itself when the list does not hold it. */
export function referenceLabel(list: ReferenceList, slug: string, locale: ReferenceLocale): string {
  return referenceItem(list, slug)?.label[locale] ?? slug;
}

const GROUPS = { sectors: "sectorGroups", activityKinds: "activityGroups" } as const;

/** The choices of a long list under the headings of its groups, those first in which something is `chosen`. */
export function groupedOptions(
  list: keyof typeof GROUPS,
  locale: ReferenceLocale,
  chosen: readonly string[] = [],
) {
  const options = referenceOptions(list, locale);
  const groups = referenceItems(GROUPS[list]).map(({ slug, label }) => ({
    label: label[locale],
    options: options.filter(({ value }) => referenceItem(list, value)?.group === slug),
  }));
  const hasChosen = (group: (typeof groups)[number]) =>
    group.options.some(({ value }) => chosen.includes(value));
  return [...groups.filter(hasChosen), ...groups.filter((group) => !hasChosen(group))];
}

/** The order of labels for a reader: of the alphabet, in Chinese of pinyin. */
export function byLabel(locale: ReferenceLocale) {
  const read = (label: string) => label.replace(/[长厦]/gu, (sign) => READ_AS[sign] ?? sign);
  return (one: { label: string }, other: { label: string }): number =>
    COLLATORS[locale].compare(read(one.label), read(other.label));
}

const SORTED = new Map<string, readonly { value: string; label: string }[]>();

/**
 * Choices of a form or filter; sectors, cities and provinces sorted for the reader (pinyin in Chinese), those first that
 * are `chosen`, which would be out of sight further down in the window of a long list.
 */
export function referenceOptions(
  list: ReferenceList,
  locale: ReferenceLocale,
  chosen: readonly string[] = [],
): { value: string; label: string }[] {
  const key = `${list} ${locale}`;
  const options = SORTED.get(key) ?? sortedOptions(list, locale);
  SORTED.set(key, options);
  const isChosen = ({ value }: { value: string }) => chosen.includes(value);
  return [...options.filter(isChosen), ...options.filter((option) => !isChosen(option))];
}

function sortedOptions(list: ReferenceList, locale: ReferenceLocale) {
  const options = referenceItems(list).map((item) => ({
    value: item.slug,
    label: item.label[locale],
  }));
  if (!SORTED_BY_LABEL.has(list)) return options;
  return options.sort(byLabel(locale));
}
