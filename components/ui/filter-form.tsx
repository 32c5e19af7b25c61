import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Button } from "./button";
import { FilterFold } from "./filter-fold";

type FilterFormProps = {
  label: string;
  /** Where the answer stands, without language; its address is the state. */
  to: string;
  locale: Locale;
  /** What its button says. */
  apply?: string;
  /** Fields that fold away on narrow screens, with what is chosen in them. */
  folded?: { fields: ReactNode; chosen: readonly unknown[] };
  /** The fields that stay, and what else of the address is kept. */
  children?: ReactNode;
};

/** What a list is narrowed by, asked for at once. */
export function FilterForm(props: FilterFormProps) {
  const { label, to, locale, apply, folded, children } = props;
  const t = getTranslator(locale, "ui");
  const chosen = folded?.chosen.filter(Boolean).length ?? 0;
  const submit = (
    <Button type="submit" variant="secondary">
      {apply ?? t("filters.apply")}
    </Button>
  );
  return (
    <search aria-label={label}>
      <form action={path(locale, to)} className="filter-row no-print mb-8 lg:gap-4">
        {children}
        {folded ? (
          <FilterFold chosen={chosen} label={t("filters.fold")} locale={locale}>
            <div className="flex flex-wrap items-end gap-4">
              {folded.fields}
              {submit}
            </div>
          </FilterFold>
        ) : (
          submit
        )}
      </form>
    </search>
  );
}
