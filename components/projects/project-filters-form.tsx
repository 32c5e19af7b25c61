import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ProjectFilters } from "@/lib/projects/project-filters";
import type { ProjectFacets } from "@/lib/projects/queries";
import { Button } from "../ui/button";
import { ChoiceRow } from "../ui/choice-row";
import { CONTROL } from "../ui/field-style";
import { Icon } from "../ui/icon";

type ProjectFiltersFormProps = {
  locale: Locale;
  filters: ProjectFilters;
  facets: ProjectFacets;
};

type Facet = { slug: string; count: number };

/** A plain form whose answer is an address: words, sectors, cities. */
export function ProjectFiltersForm({ locale, filters, facets }: ProjectFiltersFormProps) {
  const t = getTranslator(locale, "projects");
  const chosen = filters.sectors.length + filters.cities.length;
  return (
    <search aria-label={t("filters.label")}>
      <form action={path(locale, "/projects")} className="space-y-5">
        {filters.type ? <input name="type" type="hidden" value={filters.type} /> : null}
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor="project-search">
            {t("filters.search")}
          </label>
          <input
            autoComplete="off"
            className={`${CONTROL} min-h-11`}
            defaultValue={filters.q}
            id="project-search"
            inputMode="search"
            name="q"
            type="search"
          />
        </div>
        <details
          className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]"
          open={chosen > 0}
        >
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {t("filters.more", { count: chosen })}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">
            <FacetBoxes
              chosen={filters.sectors}
              facets={facets.sectors}
              labelOf={(slug) => referenceLabel("sectors", slug, locale)}
              legend={t("filters.sectors")}
              name="sector"
            />
            <FacetBoxes
              chosen={filters.cities}
              facets={facets.cities}
              labelOf={(slug) => referenceLabel("cities", slug, locale)}
              legend={t("filters.cities")}
              name="city"
            />
          </div>
        </details>
        <Button className="w-full" type="submit">
          {getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
  );
}

type FacetBoxesProps = {
  name: string;
  legend: string;
  facets: Facet[];
  chosen: string[];
  labelOf: (slug: string) => string;
};

/** The choices that would find something, and those in force. */
function FacetBoxes({ name, legend, facets, chosen, labelOf }: FacetBoxesProps) {
  const gone = chosen.filter((slug) => !facets.some((facet) => facet.slug === slug));
  const shown = [...facets, ...gone.map((slug) => ({ slug, count: 0 }))];
  if (shown.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="-ml-1 max-h-72 overflow-y-auto overscroll-contain border-hairline border-b pr-2 pl-1 text-sm">
        {shown.map(({ slug, count }) => (
          <ChoiceRow
            defaultChecked={chosen.includes(slug)}
            id={`${name}-${slug}`}
            key={slug}
            label={
              <>
                {labelOf(slug)}
                <span className="text-muted tabular-nums">{`\u00a0(${count})`}</span>
              </>
            }
            name={name}
            type="checkbox"
            value={slug}
          />
        ))}
      </div>
    </fieldset>
  );
}
