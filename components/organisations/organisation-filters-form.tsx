import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OrganisationList } from "@/lib/organisations/listing/queries";
import {
  countChosen,
  FACET_PARAM,
  FACETS,
  type OrganisationFilters,
} from "@/lib/organisations/organisation-filters";
import { FacetBoxes } from "../activities/facet-boxes";
import { Button } from "../ui/button";
import { CONTROL } from "../ui/field-style";
import { Icon } from "../ui/icon";

type OrganisationFiltersFormProps = {
  locale: Locale;
  filters: OrganisationFilters;
  facets: OrganisationList["facets"];
};

/** A plain form whose answer is an address: words, kinds, sectors, places in Lyon and in China. */
export function OrganisationFiltersForm(props: OrganisationFiltersFormProps) {
  const { locale, filters, facets } = props;
  const t = getTranslator(locale, "organisations");
  return (
    <search aria-label={t("filters.label")}>
      <form action={path(locale, "/organisations")} autoComplete="off" className="space-y-5">
        {filters.side ? <input name="side" type="hidden" value={filters.side} /> : null}
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor="organisation-search">
            {t("filters.search")}
          </label>
          <p className="text-muted text-sm" id="organisation-search-hint">
            {t("filters.searchHint")}
          </p>
          <input
            aria-describedby="organisation-search-hint"
            autoComplete="off"
            className={`${CONTROL} min-h-11`}
            defaultValue={filters.q}
            id="organisation-search"
            inputMode="search"
            name="q"
            type="search"
          />
        </div>
        <details className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]">
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {t("filters.more", { count: countChosen(filters) })}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">
            {FACETS.map((facet) => (
              <FacetBoxes
                chosen={filters[facet]}
                groups={[{ facets: facets[facet] }]}
                key={facet}
                legend={t(`filters.${facet}`)}
                name={FACET_PARAM[facet][0]}
              />
            ))}
          </div>
        </details>
        <Button className="w-full" type="submit">
          {getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
  );
}
