"use client";

import type { FormEvent } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ListPage } from "@/lib/core/list-view";
import { Button } from "./button";
import { FacetBoxes } from "./facet-boxes";
import { Icon } from "./icon";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

export type ListFormCopy = {
  /** Where the answer stands, with its language. */
  action: string;
  /** What the whole is for, for who does not see it. */
  label: string;
  search: string;
  searchHint?: string;
  /** The orders, the usual one first. */
  sort?: { label: string; options: { value: string; label: string }[] };
};

type ListFormProps = {
  view: ListPage;
  locale: Locale;
  copy: ListFormCopy;
  apply: string;
  isOpen: boolean;
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** Words, facets and order. On narrow screens all but the words folds away; on wide ones it stands open. */
export function ListForm(props: ListFormProps) {
  const { view, copy, apply, isOpen, locale, onChange, onSubmit } = props;
  return (
    <search aria-label={copy.label}>
      <form
        action={copy.action}
        autoComplete="off"
        className="space-y-5"
        onChange={onChange}
        onSubmit={onSubmit}
      >
        {Object.entries(view.hidden ?? {}).map(([name, value]) => (
          <input key={name} name={name} type="hidden" value={value} />
        ))}
        <TextField
          autoComplete="off"
          defaultValue={view.q}
          hint={copy.searchHint}
          inputMode="search"
          label={copy.search}
          name="q"
          spellCheck={false}
          type="search"
        />
        <details
          className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]"
          open={isOpen}
        >
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {view.more}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">
            {view.facets.map((facet) => (
              <FacetBoxes key={facet.name} {...facet} locale={locale} />
            ))}
            {copy.sort ? <SelectField {...copy.sort} defaultValue={view.sort} name="sort" /> : null}
          </div>
        </details>
        <Button className="w-full [@media(scripting:enabled)]:hidden" type="submit">
          {apply}
        </Button>
      </form>
    </search>
  );
}
