import { referenceLabel, referenceOptions } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type AgendaFilters as Filters, LYON } from "@/lib/events/agenda-filters";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

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
  const collator = new Intl.Collator(locale);
  const places = cities
    .map((value) => ({ value, label: referenceLabel("cities", value, locale) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  return (
    <FilterForm
      apply={t("filters.apply")}
      folded={{
        chosen: [kind, city],
        fields: (
          <>
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
          </>
        ),
      }}
      label={t("filters.label")}
      locale={locale}
      to="/events"
    >
      {month ? <input name="month" type="hidden" value={month} /> : null}
      {isPast ? <input name="when" type="hidden" value="past" /> : null}
      <TextField defaultValue={q} label={t("filters.q")} name="q" type="search" width="medium" />
    </FilterForm>
  );
}
