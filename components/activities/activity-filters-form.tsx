import {
  type ActivityFilters,
  FACET_PARAM,
  FACETS,
  type FacetName,
} from "@/lib/activities/activity-filters";
import type { ActivityFacets } from "@/lib/activities/facets";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { FacetBoxes } from "../ui/facet-boxes";
import { CONTROL } from "../ui/field-style";
import { FilterPanel } from "../ui/filter-panel";
import { Icon } from "../ui/icon";

type ActivityFiltersFormProps = {
  locale: Locale;
  filters: ActivityFilters;
  facets: ActivityFacets;
};

/** Words, kinds, directions, stages, sectors, cities and the order. */
export function ActivityFiltersForm({ locale, filters, facets }: ActivityFiltersFormProps) {
  const t = getTranslator(locale, "activities");
  const count = FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
  return (
    <FilterPanel
      action={path(locale, "/activities")}
      after={<Order locale={locale} sort={filters.sort} />}
      label={t("filters.label")}
      locale={locale}
      more={t("filters.more", { count })}
      search={{
        id: "activity-search",
        label: t("filters.search"),
        hint: t("filters.searchHint"),
        value: filters.q,
      }}
    >
      {FACETS.map((facet) => (
        <FacetBoxes
          chosen={filters[facet]}
          groups={groupsOf(facets, facet)}
          key={facet}
          legend={t(`filters.${facet}`)}
          name={FACET_PARAM[facet]}
        />
      ))}
    </FilterPanel>
  );
}

function groupsOf(facets: ActivityFacets, facet: FacetName) {
  if (facet !== "kinds") return [{ facets: facets[facet] }];
  return facets.kinds.map(({ label, kinds }) => ({ label, facets: kinds }));
}

function Order({ locale, sort }: { locale: Locale; sort: ActivityFilters["sort"] }) {
  const t = getTranslator(locale, "activities");
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor="activity-sort">
        {t("filters.sort")}
      </label>
      <div className="relative">
        <select
          className={`${CONTROL} min-h-11 appearance-none pr-10`}
          defaultValue={sort}
          id="activity-sort"
          name="sort"
        >
          <option value="confirmed">{t("filters.sortConfirmed")}</option>
          <option value="organisation">{t("filters.sortOrganisation")}</option>
        </select>
        <Icon
          className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
          name="chevron-down"
        />
      </div>
    </div>
  );
}
