import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OrganisationList } from "@/lib/organisations/listing.queries";
import {
  countChosen,
  FACET_PARAM,
  FACETS,
  type OrganisationFilters,
} from "@/lib/organisations/organisation-filters";
import { FacetBoxes } from "../ui/facet-boxes";
import { FilterPanel } from "../ui/filter-panel";

type OrganisationFiltersFormProps = {
  locale: Locale;
  filters: OrganisationFilters;
  facets: OrganisationList["facets"];
};

/** Words, kinds, sectors, places in Lyon and in China. */
export function OrganisationFiltersForm(props: OrganisationFiltersFormProps) {
  const { locale, filters, facets } = props;
  const t = getTranslator(locale, "organisations");
  return (
    <FilterPanel
      action={path(locale, "/organisations")}
      hidden={{ side: filters.side ?? undefined }}
      label={t("filters.label")}
      locale={locale}
      more={t("filters.more", { count: countChosen(filters) })}
      search={{
        id: "organisation-search",
        label: t("filters.search"),
        hint: t("filters.searchHint"),
        value: filters.q,
      }}
    >
      {FACETS.map((facet) => (
        <FacetBoxes
          chosen={filters[facet]}
          groups={[{ facets: facets[facet] }]}
          key={facet}
          legend={t(`filters.${facet}`)}
          name={FACET_PARAM[facet][0]}
        />
      ))}
    </FilterPanel>
  );
}
