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
import { Button } from "../ui/button";
import { CONTROL } from "../ui/field-style";
import { Icon } from "../ui/icon";
import { FacetBoxes } from "./facet-boxes";

type ActivityFiltersFormProps = {
  locale: Locale;
  filters: ActivityFilters;
  facets: ActivityFacets;
};

/** A plain form whose answer is an address: words, kinds, directions, stages, sectors, cities and the order. */
export function ActivityFiltersForm({ locale, filters, facets }: ActivityFiltersFormProps) {
  const t = getTranslator(locale, "activities");
  const count = FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
  return (
    <search aria-label={t("filters.label")}>
      <form action={path(locale, "/activities")} autoComplete="off" className="space-y-5">
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor="activity-search">
            {t("filters.search")}
          </label>
          <p className="text-muted text-sm" id="activity-search-hint">
            {t("filters.searchHint")}
          </p>
          <input
            aria-describedby="activity-search-hint"
            autoComplete="off"
            className={`${CONTROL} min-h-11`}
            defaultValue={filters.q}
            id="activity-search"
            inputMode="search"
            name="q"
            type="search"
          />
        </div>
        <details className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]">
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {t("filters.more", { count })}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">
            {FACETS.map((facet) => (
              <FacetBoxes
                chosen={filters[facet]}
                groups={groupsOf(facets, facet)}
                key={facet}
                legend={t(`filters.${facet}`)}
                name={FACET_PARAM[facet]}
              />
            ))}
          </div>
        </details>
        <Order locale={locale} sort={filters.sort} />
        <Button className="w-full" type="submit">
          {getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
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
