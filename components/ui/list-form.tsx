"use client";

import type { FormEvent } from "react";
import type { ListView } from "@/lib/core/list-view";
import { Button } from "./button";
import { FacetBoxes } from "./facet-boxes";
import { CONTROL } from "./field-style";
import { Icon } from "./icon";

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
  view: ListView;
  copy: ListFormCopy;
  apply: string;
  isOpen: boolean;
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** Words, facets and order. On narrow screens the facets fold away; on wide ones they stand open. */
export function ListForm({ view, copy, apply, isOpen, onChange, onSubmit }: ListFormProps) {
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
        <div className="space-y-1.5">
          <label className="block font-semibold" htmlFor="search">
            {copy.search}
          </label>
          {copy.searchHint ? (
            <p className="text-muted text-sm" id="search-hint">
              {copy.searchHint}
            </p>
          ) : null}
          <input
            aria-describedby={copy.searchHint ? "search-hint" : undefined}
            autoComplete="off"
            className={`${CONTROL} min-h-11`}
            defaultValue={view.q}
            id="search"
            inputMode="search"
            name="q"
            spellCheck={false}
            type="search"
          />
        </div>
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
              <FacetBoxes key={facet.name} {...facet} />
            ))}
          </div>
        </details>
        {copy.sort ? <Order sort={copy.sort} value={view.sort} /> : null}
        <Button className="w-full [@media(scripting:enabled)]:hidden" type="submit">
          {apply}
        </Button>
      </form>
    </search>
  );
}

type OrderProps = { sort: NonNullable<ListFormCopy["sort"]>; value?: string };

function Order({ sort, value }: OrderProps) {
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor="sort">
        {sort.label}
      </label>
      <div className="relative">
        <select
          className={`${CONTROL} min-h-11 appearance-none pr-10`}
          defaultValue={value}
          id="sort"
          name="sort"
        >
          {sort.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
          name="chevron-down"
        />
      </div>
    </div>
  );
}
