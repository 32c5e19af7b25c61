"use client";

import type { FormEvent, SyntheticEvent } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ListCopy } from "@/lib/core/i18n/ui-copy";
import type { ListPage } from "@/lib/core/list-view";
import { Button } from "./button";
import { FacetBoxes } from "./facet-boxes";
import { FilterFold } from "./filter-fold";
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
  /** What its button says, and its fold: without an order, and with one. */
  words: Pick<ListCopy, "apply" | "fold" | "foldWithOrder">;
  isOpen: boolean;
  onChange: (event: SyntheticEvent<HTMLFormElement>) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** Words, facets and order. On narrow screens all but the words folds away; on wide ones it stands open. */
export function ListForm(props: ListFormProps) {
  const { view, copy, words, isOpen, locale, onChange, onSubmit } = props;
  const chosen = view.facets.reduce((sum, facet) => sum + facet.chosen.length, 0);
  return (
    <search aria-label={copy.label}>
      <form
        action={copy.action}
        autoComplete="off"
        className="filter-row lg:flex-col lg:items-stretch lg:gap-y-5"
        onChange={onChange}
        onCompositionEnd={onChange}
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
        <FilterFold
          chosen={chosen}
          isOpen={isOpen}
          label={copy.sort ? words.foldWithOrder : words.fold}
          locale={locale}
        >
          <div className="space-y-6">
            {view.facets.map((facet) => (
              <FacetBoxes key={facet.name} {...facet} locale={locale} />
            ))}
            {copy.sort ? <SelectField {...copy.sort} defaultValue={view.sort} name="sort" /> : null}
          </div>
        </FilterFold>
        <Button className="w-full until-scripted" type="submit">
          {words.apply}
        </Button>
      </form>
    </search>
  );
}
