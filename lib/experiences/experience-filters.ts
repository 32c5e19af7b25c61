import { referenceLabel } from "@/db/reference/lists";
import { formatPartDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { fieldLabel } from "@/lib/projects/choice-words";
import {
  type Asked,
  type Facets,
  type ListFilters,
  listQuery,
  readListFilters,
} from "@/lib/search/list-filters";

/** What the list and the handbook are narrowed by; a sector or city may stand for what is shown in its place. */
export const FACETS = {
  topics: { param: "topic", lists: ["experienceTopics"] },
  cities: { param: "city", lists: ["cities", "provinces"] },
  sectors: { param: "sector", lists: ["sectors", "sectorGroups"] },
  outcomes: { param: "outcome", lists: ["experienceOutcomes"] },
} as const satisfies Facets;

export type FacetName = keyof typeof FACETS;

export type ExperienceFilters = ListFilters<FacetName>;

/** What a reader may narrow the list by: visitors by what they see. */
export const facetsFor = (isMember: boolean): readonly FacetName[] =>
  isMember ? ["topics", "cities", "sectors", "outcomes"] : ["topics", "cities"];

/** The filters in an address. */
export const readExperienceFilters = (asked: Asked, isMember: boolean): ExperienceFilters =>
  readListFilters(asked, FACETS, facetsFor(isMember));

/** Nothing is asked for. */
export const NO_FILTERS = readExperienceFilters({}, true);

/** The address of the list with these filters. */
export const experienceQuery = (filters: ExperienceFilters) => listQuery(filters, FACETS);

/** One thing that experiences are listed by, in words; a city or sector may stand for what is shown in its place. */
export const facetLabel = (facet: FacetName, slug: string, locale: Locale) =>
  facet === "cities" || facet === "sectors"
    ? fieldLabel(facet, slug, locale)
    : referenceLabel(FACETS[facet].lists[0], slug, locale);

/** Several of them. */
export const facetWords = (facet: FacetName, slugs: readonly string[], locale: Locale) =>
  sideBySide(
    slugs.map((slug) => facetLabel(facet, slug, locale)),
    locale,
  );

/** "2023–2024", "since 2019"; `""` where nothing was said. */
export function yearsWords(from: number | null, to: number | null, locale: Locale): string {
  const t = getTranslator(locale, "experiences");
  if (from === to) return from ? formatPartDay(String(from), locale) : "";
  const key = from && to ? "between" : from ? "since" : "until";
  return t(`years.${key}`, { from: String(from), to: String(to) });
}
