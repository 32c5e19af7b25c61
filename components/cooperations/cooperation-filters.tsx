import { byLabel, referenceOptions } from "@/db/reference/lists";
import { type CooperationFilters as Filters, STATES } from "@/lib/cooperations/cooperation-filters";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { placeLabel } from "@/lib/organisations/place-label";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type CooperationFiltersProps = {
  filters: Filters;
  /** Where parties stand. */
  places: readonly string[];
  locale: Locale;
};

/** What the agreements are narrowed by; one party is kept, which an organisation's page leads here with. */
export function CooperationFilters({ filters, places, locale }: CooperationFiltersProps) {
  const t = getTranslator(locale, "cooperations");
  const { kind, city, state, q, party } = filters;
  const cities = places
    .map((value) => ({ value, label: placeLabel(value, locale) }))
    .sort(byLabel(locale));
  return (
    <FilterForm
      chosen={[kind, city, state]}
      kept={{ party }}
      label={t("filters.label")}
      locale={locale}
      to="/cooperations"
      words={{ label: t("filters.q"), value: q }}
    >
      <SelectField
        defaultValue={kind}
        emptyLabel={t("filters.every")}
        label={t("filters.kind")}
        name="kind"
        options={referenceOptions("cooperationKinds", locale)}
        width="medium"
      />
      <SelectField
        defaultValue={city}
        emptyLabel={t("filters.everywhere")}
        label={t("filters.city")}
        name="city"
        options={cities}
        width="medium"
      />
      <SelectField
        defaultValue={state}
        emptyLabel={t("filters.every")}
        label={t("filters.state")}
        name="state"
        options={STATES.map((value) => ({ value, label: t(`filters.${value}`) }))}
        width="medium"
      />
    </FilterForm>
  );
}
