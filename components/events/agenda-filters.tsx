import { referenceLabel, referenceOptions } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type AgendaFilters as Filters, LYON } from "@/lib/events/agenda-filters";
import { FilterForm } from "../ui/filter-form";
import { Icon } from "../ui/icon";
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
      className="no-print mb-8 flex flex-wrap items-end gap-4"
      label={t("filters.label")}
      locale={locale}
      to="/events"
    >
      {month ? <input name="month" type="hidden" value={month} /> : null}
      {isPast ? <input name="when" type="hidden" value="past" /> : null}
      <TextField defaultValue={q} label={t("filters.q")} name="q" type="search" width="medium" />
      <details
        className="group max-sm:w-full lg:details-content:[content-visibility:visible]"
        open={Boolean(kind || city)}
      >
        <summary className="flex min-h-11 items-center justify-between gap-2 rounded-sm border border-hairline px-4 font-semibold supports-[selector(::details-content)]:lg:hidden">
          {t("filters.more")}
          <Icon
            className="size-4.5 text-muted transition-transform group-open:rotate-180"
            name="chevron-down"
          />
        </summary>
        <div className="flex flex-wrap items-end gap-4">
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
        </div>
      </details>
    </FilterForm>
  );
}
