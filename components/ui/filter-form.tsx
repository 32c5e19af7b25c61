import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Button } from "./button";

type FilterFormProps = {
  label: string;
  /** Where the answer stands, without language; its address is the state. */
  to: string;
  locale: Locale;
  className: string;
  /** What its button says. */
  apply?: string;
  children: ReactNode;
};

/** What a list is narrowed by, asked for at once. */
export function FilterForm({ label, to, locale, className, apply, children }: FilterFormProps) {
  return (
    <search aria-label={label}>
      <form action={path(locale, to)} className={className}>
        {children}
        <Button type="submit" variant="secondary">
          {apply ?? getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
  );
}
