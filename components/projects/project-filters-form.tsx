import { isReference } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { fieldLabel } from "@/lib/projects/choice-words";
import type { ProjectFacets } from "@/lib/projects/listing.queries";
import type { ProjectFilters } from "@/lib/projects/project-filters";
import { FacetBoxes, type FacetChoice } from "../ui/facet-boxes";
import { FilterPanel } from "../ui/filter-panel";

type ProjectFiltersFormProps = {
  locale: Locale;
  filters: ProjectFilters;
  facets: ProjectFacets;
};

/** Words, sectors, cities. */
export function ProjectFiltersForm({ locale, filters, facets }: ProjectFiltersFormProps) {
  const t = getTranslator(locale, "projects");
  const count = filters.sectors.length + filters.cities.length;
  return (
    <FilterPanel
      action={path(locale, "/projects")}
      hidden={{ type: filters.type ?? undefined }}
      isOpen={count > 0}
      label={t("filters.label")}
      locale={locale}
      more={t("filters.more", { count })}
      search={{ id: "project-search", label: t("filters.search"), value: filters.q }}
    >
      {(["sectors", "cities"] as const).map((facet) => (
        <FacetBoxes
          chosen={filters[facet]}
          groups={groupsOf(facet, choicesOf(facet, facets[facet], filters[facet], locale), locale)}
          key={facet}
          legend={t(`filters.${facet}`)}
          name={facet === "sectors" ? "sector" : "city"}
        />
      ))}
    </FilterPanel>
  );
}

/** The choices that would find something, and those in force. */
function choicesOf(
  list: "sectors" | "cities",
  found: { slug: string; count: number }[],
  chosen: string[],
  locale: Locale,
): FacetChoice[] {
  const gone = chosen.filter((slug) => !found.some((one) => one.slug === slug));
  return [...found, ...gone.map((slug) => ({ slug, count: 0 }))].map(({ slug, count }) => ({
    value: slug,
    label: fieldLabel(list, slug, locale),
    count,
  }));
}

/** What is wider stands apart: a project whose owner is not named may show no more. */
function groupsOf(list: "sectors" | "cities", choices: FacetChoice[], locale: Locale) {
  const t = getTranslator(locale, "projects");
  const isNear = ({ value }: FacetChoice) => isReference(list, value);
  const wider = choices.filter((choice) => !isNear(choice));
  const near = choices.filter(isNear);
  return [
    { label: t(`filters.wider.${list}`), facets: wider },
    { label: t(`filters.near.${list}`), facets: near },
  ].filter(({ facets }) => facets.length > 0);
}
