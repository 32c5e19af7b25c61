import { EVENT_NAMES, eventWords } from "@/lib/audit/event-words";
import type { TrailFilters } from "@/lib/audit/schema";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type TrailFiltersFormProps = {
  locale: Locale;
  filters: TrailFilters;
  /** Names of events: what never was is not offered. */
  happened: readonly string[];
};

/** Narrows the trail by act, person, thing and period; the address is the state. */
export function TrailFiltersForm({ locale, filters, happened }: TrailFiltersFormProps) {
  const t = getTranslator(locale, "admin");
  const offered = EVENT_NAMES.filter((one) => happened.includes(one) || one === filters.name);
  return (
    <FilterForm
      chosen={[filters.name, filters.actor, filters.title, filters.from, filters.to]}
      kept={{ subject: filters.subject }}
      label={t("audit.filters")}
      locale={locale}
      to="/admin/audit"
    >
      <SelectField
        defaultValue={filters.name}
        emptyLabel={t("audit.any")}
        label={t("audit.what")}
        name="name"
        options={offered.map((value) => ({ value, label: eventWords(value, locale) }))}
        width="medium"
      />
      <TextField
        autoComplete="off"
        defaultValue={filters.actor}
        label={t("audit.actor")}
        name="actor"
        type="search"
      />
      <TextField
        autoComplete="off"
        defaultValue={filters.title}
        label={t("audit.called")}
        name="title"
        type="search"
      />
      <div className="flex flex-wrap gap-4">
        <TextField defaultValue={filters.from} label={t("audit.from")} name="from" type="date" />
        <TextField defaultValue={filters.to} label={t("audit.to")} name="to" type="date" />
      </div>
    </FilterForm>
  );
}
