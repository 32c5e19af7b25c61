import { COUNTRIES } from "@/db/enums";
import type { ApplicationFilters } from "@/lib/applications/vetting/schema";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type ApplicationFiltersFormProps = { locale: Locale; filters: ApplicationFilters };

/** Finds applications by text, country and who has them; the address is the state. */
export function ApplicationFiltersForm({ locale, filters }: ApplicationFiltersFormProps) {
  const t = getTranslator(locale, "vetting");
  const words = getTranslator(locale, "enums");
  return (
    <FilterForm
      chosen={[filters.country, filters.taken]}
      kept={{ state: filters.state === "open" ? undefined : filters.state }}
      label={t("filters.label")}
      locale={locale}
      to="/admin/applications"
      words={{ label: t("filters.q"), value: filters.q }}
    >
      <SelectField
        defaultValue={filters.country}
        emptyLabel={t("filters.any")}
        label={t("filters.country")}
        name="country"
        options={COUNTRIES.map((value) => ({ value, label: words(`country.${value}`) }))}
        width="medium"
      />
      <SelectField
        defaultValue={filters.taken}
        emptyLabel={t("filters.any")}
        label={t("filters.taken")}
        name="taken"
        options={[
          { value: "me", label: t("filters.me") },
          { value: "nobody", label: t("filters.nobody") },
        ]}
        width="medium"
      />
    </FilterForm>
  );
}
