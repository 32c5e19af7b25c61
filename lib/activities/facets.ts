import { ACTIVITY_STAGES, DIRECTIONS } from "@/db/enums";
import { referenceLabel, referenceOptions } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CountedOption, countedOptions } from "@/lib/search/list-page";
import type { ActivityFilters, FacetName } from "./activity-filters";
import { listKindGroups } from "./activity-kinds";

export type Total = { value: string; label: string; count: number };

export type ActivityFacets = Record<Exclude<FacetName, "kinds">, CountedOption[]> & {
  /** Kinds in their groups; a group without choices is left out. */
  kinds: { value: string; label: string; kinds: CountedOption[] }[];
};

/** The choices that would find something, and those in force, in the reader's order. */
export function toFacets(
  counts: ReadonlyMap<string, number | null>,
  chosen: Pick<ActivityFilters, FacetName>,
  locale: Locale,
): ActivityFacets {
  const counted = (facet: FacetName, options: { value: string; label: string }[]) =>
    countedOptions(counts, facet, options, chosen[facet]);
  const named = (list: "directions" | "activityStages", slugs: readonly string[]) =>
    slugs.map((value) => ({ value, label: referenceLabel(list, value, locale) }));
  const groups = listKindGroups(locale).map(({ value, label, kinds }) => ({
    value,
    label,
    kinds: counted(
      "kinds",
      kinds.map((kind) => ({ value: kind.slug, label: kind.label[locale] })),
    ),
  }));
  return {
    kinds: groups.filter(({ kinds }) => kinds.length > 0),
    directions: counted("directions", named("directions", DIRECTIONS)),
    stages: counted("stages", named("activityStages", ACTIVITY_STAGES)),
    sectors: counted("sectors", referenceOptions("sectors", locale)),
    cities: counted("cities", referenceOptions("cities", locale)),
  };
}

/** How many activities there are of each sector or city that has some, the most frequent first, those alike in the reader's order. */
export function toTotals(
  list: "sectors" | "cities",
  counts: ReadonlyMap<string, number>,
  locale: Locale,
): Total[] {
  return referenceOptions(list, locale)
    .map((option) => ({ ...option, count: counts.get(`${list}:${option.value}`) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
