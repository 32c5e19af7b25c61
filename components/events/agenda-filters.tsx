import { byLabel, referenceLabel, referenceOptions } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type AgendaFilters as Filters, LYON } from "@/lib/events/agenda-filters";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type AgendaFiltersProps = {
  filters: Filters;
  /** Of China, in which events are held. */
  cities: readonly string[];
  locale: Locale;
};

/** What the agenda is narrowed by; the month, and that it is of the past, are kept. */
export function AgendaFilters({ filters, cities, locale }: AgendaFiltersProps) {
  const t = getTranslator(locale, "events");
  const { kind, city, month, isPast, q } = filters;
  const places = cities
    .map((value) => ({ value, label: referenceLabel("cities", value, locale) }))
    .sort(byLabel(locale));
  return (
    <FilterForm
      chosen={[kind, city]}
      kept={{ month, when: isPast ? "past" : undefined }}
      label={t("filters.label")}
      locale={locale}
      to="/events"
      words={{ label: t("filters.q"), value: q }}
    >
      <SelectField
        defaultValue={kind}
        emptyLabel={t("filters.everyKind")}
        label={t("filters.kind")}
        name="kind"
        options={referenceOptions("eventKinds", locale)}
        width="medium"
      />
      <SelectField
        defaultValue={city}
        emptyLabel={t("filters.everywhere")}
        label={t("filters.city")}
        name="city"
        options={[{ value: LYON, label: t("filters.lyon") }, ...places]}
        width="medium"
      />
    </FilterForm>
  );
}
