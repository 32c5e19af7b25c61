import { referenceOptions } from "@/db/reference/lists";
import { type CooperationFilters as Filters, STATES } from "@/lib/cooperations/cooperation-filters";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { placeLabel } from "@/lib/organisations/place-label";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

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
  const collator = new Intl.Collator(locale);
  const cities = places
    .map((value) => ({ value, label: placeLabel(value, locale) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  return (
    <FilterForm
      apply={t("filters.apply")}
      folded={{
        chosen: [kind, city, state],
        fields: (
          <>
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
          </>
        ),
      }}
      label={t("filters.label")}
      locale={locale}
      to="/cooperations"
    >
      {party ? <input name="party" type="hidden" value={party} /> : null}
      <TextField defaultValue={q} label={t("filters.q")} name="q" type="search" width="medium" />
    </FilterForm>
  );
}
