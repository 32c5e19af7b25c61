import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ListFacet } from "@/lib/core/list-view";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type HandbookFiltersProps = {
  /** The topic's page, without language. */
  to: string;
  facets: ListFacet[];
  locale: Locale;
};

/** One city and one sector that the advice of a topic comes from, with how many there are of each. */
export function HandbookFilters({ to, facets, locale }: HandbookFiltersProps) {
  const t = getTranslator(locale, "experiences");
  const counted = (label: string, count: number | null) =>
    count === null ? label : t("handbook.choice", { label, count });
  return (
    <FilterForm
      apply={t("handbook.apply")}
      chosen={facets.flatMap(({ chosen }) => chosen)}
      label={t("handbook.filters")}
      locale={locale}
      to={to}
    >
      {facets.map(({ name, legend, chosen, groups }) => (
        <SelectField
          defaultValue={chosen[0]}
          emptyLabel={t("handbook.every")}
          key={name}
          label={legend}
          name={name}
          options={groups.map(({ label, choices }) => ({
            label: label ?? legend,
            options: choices.map(([value, of, count]) => ({ value, label: counted(of, count) })),
          }))}
          width="medium"
        />
      ))}
    </FilterForm>
  );
}
