import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Button } from "./button";
import { CONTROL } from "./field-style";
import { Icon } from "./icon";

type FilterPanelProps = {
  locale: Locale;
  /** Where the answer stands, with its language. */
  action: string;
  /** What the whole is for, for who does not see it. */
  label: string;
  search: { id: string; label: string; hint?: string; value: string };
  /** What of the address is kept beside the filters. */
  hidden?: Record<string, string | undefined>;
  /** What folds and unfolds the facets on a narrow screen. */
  more: string;
  isOpen?: boolean;
  /** The facets. */
  children: ReactNode;
  /** The order, below them. */
  after?: ReactNode;
};

/** A plain form whose answer is an address: words, facets, and what goes with them. */
export function FilterPanel(props: FilterPanelProps) {
  const { locale, action, label, search, hidden = {}, more, isOpen, children, after } = props;
  const hintId = `${search.id}-hint`;
  return (
    <search aria-label={label}>
      <form action={action} autoComplete="off" className="space-y-5">
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input key={name} name={name} type="hidden" value={value} /> : null,
        )}
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor={search.id}>
            {search.label}
          </label>
          {search.hint ? (
            <p className="text-muted text-sm" id={hintId}>
              {search.hint}
            </p>
          ) : null}
          <input
            aria-describedby={search.hint ? hintId : undefined}
            autoComplete="off"
            className={`${CONTROL} min-h-11`}
            defaultValue={search.value}
            id={search.id}
            inputMode="search"
            name="q"
            type="search"
          />
        </div>
        <details
          className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]"
          open={isOpen}
        >
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {more}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">{children}</div>
        </details>
        {after}
        <Button className="w-full" type="submit">
          {getTranslator(locale, "ui")("filters.apply")}
        </Button>
      </form>
    </search>
  );
}
