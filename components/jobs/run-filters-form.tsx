import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PLANNED_TASKS, taskWords } from "@/lib/jobs/job-words";
import type { RunFilters } from "@/lib/jobs/schema";
import { Checkbox } from "../ui/checkbox";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type RunFiltersFormProps = { locale: Locale; filters: RunFilters };

/** Narrows the runs by job, and to those that went wrong; the address is the state. */
export function RunFiltersForm({ locale, filters }: RunFiltersFormProps) {
  const t = getTranslator(locale, "jobs");
  return (
    <FilterForm label={t("runs.filters")} locale={locale} to="/admin/jobs#runs">
      <SelectField
        defaultValue={filters.task}
        emptyLabel={t("runs.any")}
        label={t("columns.task")}
        name="task"
        options={PLANNED_TASKS.map((value) => ({ value, label: taskWords(value, locale) }))}
      />
      <Checkbox
        defaultChecked={filters.failed === "yes"}
        label={t("runs.failedOnly")}
        name="failed"
      />
    </FilterForm>
  );
}
