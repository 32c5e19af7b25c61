import { MEMBERSHIP_STATUSES, ROLES } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AccountFilters } from "@/lib/moderation/schema";
import { FilterForm } from "../ui/filter-form";
import { SelectField } from "../ui/select-field";

type AccountFiltersFormProps = { locale: Locale; filters: AccountFilters };

/** Finds accounts by text, status and role; the address is the state. */
export function AccountFiltersForm({ locale, filters }: AccountFiltersFormProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  return (
    <FilterForm
      chosen={[filters.status, filters.role]}
      label={t("accounts.filters")}
      locale={locale}
      to="/admin/members"
      words={{ label: t("accounts.q"), value: filters.q }}
    >
      <SelectField
        defaultValue={filters.status}
        emptyLabel={t("accounts.anyStatus")}
        label={t("accounts.status")}
        name="status"
        options={MEMBERSHIP_STATUSES.map((value) => ({
          value,
          label: words(`status.${value}`),
        }))}
        width="medium"
      />
      <SelectField
        defaultValue={filters.role}
        emptyLabel={t("accounts.any")}
        label={t("accounts.role")}
        name="role"
        options={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
        width="medium"
      />
    </FilterForm>
  );
}
