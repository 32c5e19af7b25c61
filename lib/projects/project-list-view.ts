import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  type CardCopy,
  type CardFact,
  type ListCard,
  type ListView,
  present,
} from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { entryCard } from "@/lib/entries/entry-card";
import { facetOf, toListPage } from "@/lib/search/list-page";
import { choiceWords, fieldLabel } from "./choice-words";
import { deadlineWords } from "./deadline-words";
import type { ProjectFacets, ProjectList, ProjectTeaser } from "./listing.queries";
import { PROJECTS } from "./project";
import {
  FACETS,
  NO_FILTERS,
  PROJECT_GROUPS,
  type ProjectFilters,
  projectFilterValues,
} from "./project-filters";

/** Why a project fits the reader. */
type Reason = { text: string; quoted: string | null };

type Asked = Pick<ProjectTabs, "isMember" | "isMatched"> & {
  filters: ProjectFilters;
  locale: Locale;
};

const KINDS = ["sectors", "cities"] as const;

const hrefWith = (filters: Partial<ProjectFilters>, locale: Locale) =>
  path(locale, "/projects", projectFilterValues({ ...filters, page: 1 }));

/** A page of projects and the filters it answers, in words; `reasons` by address. */
export function toProjectListView(
  list: ProjectList,
  reasons: ReadonlyMap<string, Reason>,
  { filters, isMember, isMatched, locale }: Asked,
): ListView {
  return {
    ...toListPage(list, {
      ...{ words: "projects", locale, filters, kinds: KINDS, none: NO_FILTERS },
      facets: KINDS.map((kind) => {
        const boxes = { words: "projects", locale, facets: FACETS, filters } as const;
        return facetOf(kind, { ...boxes, found: list.facets[kind], labelOf: fieldLabel });
      }),
      hrefOf: (change) => hrefWith({ ...filters, ...change }, locale),
    }),
    tabs: projectTabs({ filters, facets: list.facets, isMember, isMatched, locale }),
    hidden: filters.type ? { type: filters.type } : undefined,
    cards: list.cards.map((one) => toProjectCard(one, locale, reasons.get(one.slug))),
  };
}

type ProjectTabs = {
  locale: Locale;
  /** Null on the page of one's own projects. */
  filters: ProjectFilters | null;
  facets?: ProjectFacets;
  isMember: boolean;
  /** Projects are suggested to the reader. */
  isMatched: boolean;
  /** On the page of what fits the reader. */
  isForYou?: boolean;
};

/** All, offers, requests, R&D, and for members what fits them and their own. */
export function projectTabs(props: ProjectTabs) {
  const { locale, filters, facets, isMember, isMatched, isForYou = false } = props;
  const t = getTranslator(locale, "projects");
  const hrefOf = (type: ProjectFilters["type"]) => hrefWith({ ...filters, type }, locale);
  const counts = Object.values(facets?.groups ?? {});
  const all = counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : undefined;
  const suggested = {
    label: getTranslator(locale, "matching")("tab"),
    href: path(locale, "/matches"),
    current: isForYou,
  };
  const own = {
    label: t("tabs.mine"),
    href: path(locale, "/projects", { mine: "1" }),
    current: filters === null && !isForYou,
  };
  return [
    { label: t("tabs.all"), href: hrefOf(null), current: filters?.type === null, count: all },
    ...PROJECT_GROUPS.map((group) => ({
      label: t(`tabs.${group}`),
      href: hrefOf(group),
      current: filters?.type === group,
      count: facets?.groups[group],
    })),
    ...(isMatched ? [suggested] : []),
    ...(isMember ? [own] : []),
  ];
}

/** Its type, and how far it is. */
export const projectBadges = (
  { profileType, progress }: Pick<ProjectTeaser, "profileType" | "progress">,
  locale: Locale,
) => [
  choiceWords("profileType", profileType, locale),
  getTranslator(locale, "enums")(`progress.${progress}`),
];

const SHOWN_CITIES = 3;

/** A published project in a list, as anybody may read it, and why it fits the reader. */
export function toProjectCard(project: ProjectTeaser, locale: Locale, reason?: Reason): ListCard {
  const { deadline } = project;
  return present({
    ...entryCard(PROJECTS, project, ["teaser", project.teaser], locale),
    badges: projectBadges(project, locale),
    reason: reason && reason.text + (reason.quoted ?? ""),
    facts: present({
      folder: choiceWords("sectors", project.sectors, locale) || undefined,
      pin: cityWords(project.cities, locale) || undefined,
      calendar: deadline ? deadlineFact(deadline, locale) : undefined,
    }),
  });
}

function deadlineFact(deadline: string, locale: Locale): CardFact {
  const { text, isOver } = deadlineWords(deadline, today(), locale);
  return isOver ? { words: text, isOver } : text;
}

function cityWords(cities: readonly string[], locale: Locale): string {
  const more = cities.length - SHOWN_CITIES;
  const places = choiceWords("cities", cities.slice(0, SHOWN_CITIES), locale);
  return more > 0 ? `${places} +${more}` : places;
}

/** What the signs on a card of a project stand for. */
export function projectCardCopy(locale: Locale): CardCopy {
  const t = getTranslator(locale, "projects");
  return { folder: t("facts.sectors"), pin: t("facts.where") };
}
