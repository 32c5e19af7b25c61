import { MEMBERSHIP_STATUSES, ROLES } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { AccountFilters } from "@/lib/moderation/schema";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";

type AccountFiltersFormProps = { locale: Locale; filters: AccountFilters };

/** Finds accounts by text, status and role; the address is the state. */
export function AccountFiltersForm({ locale, filters }: AccountFiltersFormProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  return (
    <search aria-label={t("accounts.filters")}>
      <form
        action={path(locale, "/admin/members")}
        className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]"
      >
        <TextField
          autoComplete="off"
          defaultValue={filters.q}
          label={t("accounts.q")}
          name="q"
          type="search"
        />
        <SelectField
          defaultValue={filters.status}
          emptyLabel={t("accounts.any")}
          label={t("accounts.status")}
          name="status"
          options={MEMBERSHIP_STATUSES.map((value) => ({ value, label: words(`status.${value}`) }))}
        />
        <SelectField
          defaultValue={filters.role}
          emptyLabel={t("accounts.any")}
          label={t("accounts.role")}
          name="role"
          options={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
        />
        <Button type="submit" variant="secondary">
          {getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
  );
}
