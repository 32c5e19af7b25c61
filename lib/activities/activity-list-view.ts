import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { sideBySide } from "@/lib/core/i18n/word-list";
import {
  type CardCopy,
  type CardFact,
  choiceOf,
  type ListCard,
  type ListView,
  present,
  type Said,
  said,
} from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { namedOnCard } from "@/lib/members/member-card";
import { toListPage } from "@/lib/search/list-page";
import type { ActivityCardData } from "./activity-card";
import {
  type ActivityFilters,
  activityQuery,
  FACET_PARAM,
  FACETS,
  type FacetName,
  NO_FILTERS,
} from "./activity-filters";
import {
  confirmedWords,
  directionWords,
  factWords,
  stageWords,
  yearsWords,
} from "./activity-words";
import type { ActivityList } from "./queries";

/** A page of activities and the filters it answers, in words. */
export function toActivityListView(
  list: ActivityList,
  filters: ActivityFilters,
  locale: Locale,
): ListView {
  const t = getTranslator(locale, "activities");
  const facets = FACETS.map((facet) => ({
    name: FACET_PARAM[facet],
    legend: t(`filters.${facet}`),
    chosen: filters[facet],
    groups: groupsOf(list, facet),
  }));
  const asked = { words: "activities", locale, filters, none: NO_FILTERS } as const;
  const hrefOf = (change: Partial<ActivityFilters>) =>
    path(locale, "/activities", activityQuery({ ...filters, page: 1, ...change }));
  const cards = list.activities;
  return {
    ...toListPage({ ...list, cards }, { ...asked, facets, kinds: FACETS, hrefOf }),
    sort: filters.sort,
    cards: cards.map((one) => toCard(one, locale)),
  };
}

function groupsOf({ facets }: ActivityList, facet: FacetName) {
  if (facet !== "kinds") return [{ choices: facets[facet].map(choiceOf) }];
  return facets.kinds.map(({ label, kinds }) => ({ label, choices: kinds.map(choiceOf) }));
}

/** What, how far, for whom, where, and when somebody last said that it is right. */
function toCard(activity: ActivityCardData, locale: Locale): ListCard {
  const { slug, title, kind, stage, direction, visibility, member } = activity;
  const isFor = visibility === "team" || visibility === "self";
  return present({
    href: path(locale, `/activities/${slug}`),
    badges: [
      kind,
      stageWords(stage, locale),
      ...(isFor ? [getTranslator(locale, "enums")(`visibility.${visibility}`)] : []),
    ],
    title: title ? said(title, locale) : getTranslator(locale, "activities")("untitled"),
    note: title?.isFallback ? fallbackLabel(locale, title.lang) : undefined,
    line: factWords([yearsWords(activity, locale), directionWords(direction, locale)]),
    by: member ? namedOnCard(member.name, locale) : undefined,
    facts: factsOf(activity, locale),
  });
}

const SHOWN_CITIES = 4;

function factsOf(activity: ActivityCardData, locale: Locale): ListCard["facts"] {
  const { organisation, cities, sectors, isEnded } = activity;
  const more = cities.length - SHOWN_CITIES;
  const places = sideBySide(cities.slice(0, SHOWN_CITIES), locale);
  return present({
    building: organisation ? factOf(said(organisation.name, locale)) : undefined,
    pin: more > 0 ? `${places} +${more}` : places || undefined,
    folder: sideBySide(sectors, locale),
    [activity.isToConfirm ? "info" : "check"]: isEnded
      ? undefined
      : confirmedFact(activity, locale),
  });
}

function confirmedFact(activity: ActivityCardData, locale: Locale): CardFact {
  const words = confirmedWords(activity, locale);
  const badge = getTranslator(locale, "activities")("confirmed.toConfirm");
  return activity.isToConfirm ? { words, badge } : words;
}

const factOf = (words: Said): CardFact => (typeof words === "string" ? words : { words });

/** What the signs on a card of an activity stand for. */
export function activityCardCopy(locale: Locale): CardCopy {
  const t = getTranslator(locale, "activities");
  return {
    by: t("facts.member"),
    building: t("facts.organisation"),
    pin: t("facts.cities"),
    folder: t("facts.sectors"),
  };
}
