import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Button } from "./button";
import { FilterFold } from "./filter-fold";
import { Icon } from "./icon";
import { TextField } from "./text-field";

type FilterFormProps = {
  label: string;
  /** Where the answer stands, without language; its address is the state. */
  to: string;
  locale: Locale;
  /** What its button says. */
  apply?: string;
  /** What else of the address is kept. */
  kept?: Record<string, string | undefined>;
  /** The words that are looked for (`q`). */
  words?: { label: string; value: string | undefined };
  /** What is chosen in each field; given, the fields fold away on narrow screens, and stand open while any narrows. */
  chosen?: readonly unknown[];
  /** The fields. */
  children: ReactNode;
};

/** What a list is narrowed by, asked for at once. */
export function FilterForm(props: FilterFormProps) {
  const { label, to, locale, words, kept = {}, chosen, children } = props;
  const t = getTranslator(locale, "ui");
  const apply = props.apply ?? t("filters.apply");
  const inForce = chosen?.filter(Boolean).length ?? 0;
  const fields = (
    <div className="flex flex-wrap items-end gap-4">
      {children}
      <Button type="submit" variant="secondary">
        {apply}
      </Button>
    </div>
  );
  return (
    <search aria-label={label}>
      <form action={path(locale, to)} className="filter-row mb-8 lg:gap-4">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} name={name} type="hidden" value={value} /> : null,
        )}
        {words ? (
          <>
            <TextField
              autoComplete="off"
              defaultValue={words.value}
              label={words.label}
              name="q"
              type="search"
              width="medium"
            />
            <Button
              className="supports-[selector(::details-content)]:lg:hidden"
              type="submit"
              variant="secondary"
            >
              <Icon className="size-5" name="search" />
              <span className="sr-only">{apply}</span>
            </Button>
          </>
        ) : null}
        {chosen ? (
          <FilterFold
            chosen={inForce}
            isOpen={inForce > 0}
            label={t("filters.fold")}
            locale={locale}
          >
            {fields}
          </FilterFold>
        ) : (
          fields
        )}
      </form>
    </search>
  );
}
