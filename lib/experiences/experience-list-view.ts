import { isReference } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import {
  type CardCopy,
  chipsOf,
  choicesOf,
  type ListCard,
  type ListFacet,
  type ListView,
  present,
  said,
  widerApart,
} from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { isOlder } from "@/lib/entries/older-text";
import type { Count } from "@/lib/search/lines.queries";
import { standingWords } from "./confirmation-words";
import { firstAdvice } from "./experience";
import {
  type ExperienceFilters,
  experienceQuery,
  FACET,
  type FacetName,
  facetsFor,
  NO_FILTERS,
} from "./experience-filters";
import { facetLabel, facetWords, yearsWords } from "./experience-words";
import type { ExperienceCard, ExperienceList } from "./listing.queries";

type Asked = { filters: ExperienceFilters; isMember: boolean; locale: Locale };

/** A page of experiences and the filters it answers, in words. */
export function toExperienceListView(
  list: ExperienceList,
  { filters, isMember, locale }: Asked,
): ListView {
  const t = getTranslator(locale, "experiences");
  const kinds = facetsFor(isMember);
  const hrefOf = (change: Partial<ExperienceFilters>) =>
    path(locale, "/experiences", experienceQuery({ ...filters, page: 1, ...change }));
  const countWords = ({ total, isMore }: Count) =>
    t(isMore ? "list.countMore" : "list.count", { count: total });
  const countWithout = ({ total, isMore }: Count) =>
    t(isMore ? "list.without.more" : "list.count", { count: total });
  const { q } = filters;
  const facets = kinds.map((facet) => facetOf(facet, list, filters, locale));
  const chips = chipsOf({ q, facets }, kinds, t("list.searched", { q }), hrefOf);
  const isFiltered = chips.length > 0;
  const { page, pageCount, isCut } = list;
  return {
    count: countWords(list),
    cards: list.cards.map((one) => toExperienceCard(one, locale)),
    ...{ page, pageCount, isCut, q, facets, chips },
    href: hrefOf({}),
    more: t("filters.more", { count: kinds.reduce((sum, kind) => sum + filters[kind].length, 0) }),
    clearHref: hrefOf(NO_FILTERS),
    ways: list.without.map(({ filter, ...count }) => ({
      label: t(`list.without.${filter}`, { q, experiences: countWithout(count) }),
      href: hrefOf({ [filter]: NO_FILTERS[filter] }),
    })),
    empty:
      list.cards.length > 0
        ? null
        : {
            title: t(isFiltered ? "list.emptyFilteredTitle" : "list.emptyTitle"),
            text: t(isFiltered ? "list.emptyFiltered" : "list.emptyText"),
          },
  };
}

/** The choices that would find something, the most frequent first, and those in force; what is wider stands apart. */
export function facetOf(
  facet: FacetName,
  { counts }: Pick<ExperienceList, "counts">,
  filters: ExperienceFilters,
  locale: Locale,
): ListFacet {
  const t = getTranslator(locale, "experiences");
  const { param } = FACET[facet];
  const chosen = filters[facet];
  const found = [...counts].flatMap(([key, count]) => {
    const [of, slug = ""] = key.split(":");
    return of === facet && (count !== 0 || chosen.includes(slug)) ? [{ slug, count }] : [];
  });
  const all = choicesOf(found, chosen, (slug) => facetLabel(facet, slug, locale)).sort(
    ([one, , a], [other, , b]) => (b ?? 0) - (a ?? 0) || (one < other ? -1 : 1),
  );
  const shared = { name: param, legend: t(`filters.${facet}`), chosen };
  if (facet !== "cities" && facet !== "sectors") return { ...shared, groups: [{ choices: all }] };
  const labels = { wider: t(`filters.wider.${facet}`), near: t(`filters.near.${facet}`) };
  return { ...shared, groups: widerApart(all, (slug) => isReference(facet, slug), labels) };
}

/** An experience in a list: what it is about, and the first thing its author advises. */
function toExperienceCard(experience: ExperienceCard, locale: Locale): ListCard {
  const { slug, originalLocale, stale, topics, cities, outcome, fromYear, toYear } = experience;
  const t = getTranslator(locale, "experiences");
  const title = pickText(experience.title, locale, originalLocale);
  const advice = pickText(firstAdvice(experience.teaser), locale, originalLocale);
  const isOld = isOlder(stale, "advice", advice) || isOlder(stale, "title", title);
  const old = isOld ? getTranslator(locale, "ui")("localized.stale") : undefined;
  return present({
    href: path(locale, `/experiences/${slug}`),
    badges: [
      ...topics.map((topic) => facetLabel("topics", topic, locale)),
      ...(outcome ? [facetLabel("outcomes", outcome, locale)] : []),
    ],
    title: title ? said(title, locale) : t("untitled"),
    note: advice?.isFallback ? fallbackLabel(locale, advice.lang) : old,
    text: advice ? said(advice, locale) : undefined,
    facts: present({
      pin: facetWords("cities", cities, locale) || undefined,
      calendar: yearsWords(fromYear, toYear, locale) || undefined,
      check: standingWords(experience, locale) || undefined,
      user: endorsementWords(experience, locale),
    }),
  });
}

function endorsementWords({ endorsements: count }: ExperienceCard, locale: Locale) {
  return count > 0 ? getTranslator(locale, "opinions")("endorsed", { count }) : undefined;
}

/** What the signs on a card of an experience stand for. */
export function experienceCardCopy(locale: Locale): CardCopy {
  const t = getTranslator(locale, "experiences");
  const opinions = getTranslator(locale, "opinions");
  return {
    pin: t("facts.cities"),
    calendar: t("facts.years"),
    check: opinions("standing.label"),
    user: opinions("standing.endorsements"),
  };
}
