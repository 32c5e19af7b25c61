import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { fieldLabel } from "@/lib/projects/choice-words";
import { FACETS, type FacetName } from "./experience-filters";

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
  if (from === to) return from ? String(from) : "";
  const key = from && to ? "between" : from ? "since" : "until";
  return t(`years.${key}`, { from: String(from), to: String(to) });
}
