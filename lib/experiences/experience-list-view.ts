import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type CardCopy, type ListCard, type ListView, present } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { entryCard } from "@/lib/entries/entry-card";
import { namedOnCard, shownName } from "@/lib/members/member-card";
import { facetOf, foundOf, toListPage } from "@/lib/search/list-page";
import { standingWords } from "./confirmation";
import { EXPERIENCES, firstAdvice } from "./experience";
import {
  type ExperienceFilters,
  experienceQuery,
  FACETS,
  type FacetName,
  facetLabel,
  facetsFor,
  facetWords,
  NO_FILTERS,
  yearsWords,
} from "./experience-filters";
import type { ExperienceCard, ExperienceList } from "./listing.queries";

type Asked = { filters: ExperienceFilters; isMember: boolean; locale: Locale };

/** A page of experiences and the filters it answers, in words. */
export function toExperienceListView(
  list: ExperienceList,
  { filters, isMember, locale }: Asked,
): ListView {
  const kinds = facetsFor(isMember);
  return {
    ...toListPage(list, {
      ...{ words: "experiences", locale, filters, kinds, none: NO_FILTERS },
      facets: kinds.map((facet) => boxesOf(facet, list, filters, locale)),
      hrefOf: (change) =>
        path(locale, "/experiences", experienceQuery({ ...filters, page: 1, ...change })),
    }),
    cards: list.cards.map((one) => toExperienceCard(one, locale)),
  };
}

/** The boxes of one kind, for what was found and what is in force. */
export const boxesOf = (
  facet: FacetName,
  { counts }: Pick<ExperienceList, "counts">,
  filters: ExperienceFilters,
  locale: Locale,
) =>
  facetOf(facet, {
    ...{ words: "experiences", locale, facets: FACETS, filters, labelOf: facetLabel },
    found: foundOf(counts, facet),
  });

/** An experience in a list: what it is about, and the first thing its author advises. */
function toExperienceCard(experience: ExperienceCard, locale: Locale): ListCard {
  const { topics, cities, outcome, fromYear, toYear, author, endorsements: count } = experience;
  return present({
    ...entryCard(EXPERIENCES, experience, ["advice", firstAdvice(experience.advice)], locale),
    badges: [
      ...topics.map((topic) => facetLabel("topics", topic, locale)),
      ...(outcome ? [facetLabel("outcomes", outcome, locale)] : []),
    ],
    by: author ? namedOnCard(shownName(author.names, locale), locale) : undefined,
    facts: present({
      pin: facetWords("cities", cities, locale) || undefined,
      calendar: yearsWords(fromYear, toYear, locale) || undefined,
      check: standingWords(experience, locale) || undefined,
      user: count > 0 ? getTranslator(locale, "opinions")("endorsed", { count }) : undefined,
    }),
  });
}

/** What the signs on a card of an experience stand for. */
export function experienceCardCopy(locale: Locale): CardCopy {
  const t = getTranslator(locale, "experiences");
  const opinions = getTranslator(locale, "opinions");
  return {
    by: t("author"),
    pin: t("facts.cities"),
    calendar: t("facts.years"),
    check: opinions("standing.label"),
    user: opinions("standing.endorsements"),
  };
}
