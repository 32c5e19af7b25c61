"use client";

import type { FormEvent } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { DirectoryView } from "@/lib/directory/directory-view";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import { DirectoryFacet } from "./directory-facet";

export type DirectoryFormCopy = {
  label: string;
  search: string;
  searchHint: string;
  sectors: string;
  cities: string;
  sort: string;
  sorts: { value: string; label: string }[];
  apply: string;
};

type DirectoryFormProps = {
  locale: Locale;
  view: DirectoryView;
  copy: DirectoryFormCopy;
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** Words, sectors, cities and order. On narrow screens the boxes fold away; on wide ones they stand open. */
export function DirectoryForm({ locale, view, copy, onChange, onSubmit }: DirectoryFormProps) {
  const { filters, filterCount, sectors, cities } = view;
  return (
    <search aria-label={copy.label}>
      <form
        action={path(locale, "/members")}
        autoComplete="off"
        className="space-y-5"
        onChange={onChange}
        onSubmit={onSubmit}
      >
        <TextField
          autoComplete="off"
          defaultValue={filters.q}
          hint={copy.searchHint}
          inputMode="search"
          label={copy.search}
          name="q"
          spellCheck={false}
          type="search"
        />
        <details className="group rounded-md border border-hairline bg-surface lg:rounded-none lg:border-0 lg:bg-transparent lg:details-content:[content-visibility:visible]">
          <summary className="flex min-h-11 items-center justify-between gap-2 px-4 py-2 font-semibold lg:px-0 supports-[selector(::details-content)]:lg:hidden">
            {filterCount}
            <Icon
              className="size-4.5 text-muted transition-transform group-open:rotate-180"
              name="chevron-down"
            />
          </summary>
          <div className="space-y-6 px-4 pb-4 lg:px-0 lg:pb-0">
            <DirectoryFacet
              chosen={filters.sectors}
              legend={copy.sectors}
              name="sector"
              options={sectors}
            />
            <DirectoryFacet
              chosen={filters.cities}
              legend={copy.cities}
              name="city"
              options={cities}
            />
          </div>
        </details>
        <SelectField
          defaultValue={filters.sort}
          label={copy.sort}
          name="sort"
          options={copy.sorts}
          required
        />
        <Button className="w-full [@media(scripting:enabled)]:hidden" type="submit">
          {copy.apply}
        </Button>
      </form>
    </search>
  );
}
