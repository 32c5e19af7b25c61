"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ListCopy } from "@/lib/core/i18n/ui-copy";
import type { CardCopy, ListView } from "@/lib/core/list-view";
import { ListCard } from "./list-card";
import { ListForm, type ListFormCopy } from "./list-form";
import { ListResults } from "./list-results";
import { LiveQueries } from "./live-queries";
import { TabsNav } from "./tabs-nav";
import { useListSearch } from "./use-list-search";

type LiveListProps = {
  locale: Locale;
  /** Where the list stands: `/projects`. */
  to: string;
  start: { search: string; view: ListView };
  copy: { list: ListCopy; form: ListFormCopy; card: CardCopy; tabs?: string };
  /** What stands above it until something else is asked for. */
  above?: ReactNode;
  /** What stands below the results. */
  children?: ReactNode;
};

/** A list with its form: a plain GET form that comes alive where JavaScript runs. */
export function LiveList(props: LiveListProps) {
  return (
    <LiveQueries>
      <Living {...props} />
    </LiveQueries>
  );
}

function Living({ locale, to, start, copy, above, children }: LiveListProps) {
  const usualSort = copy.form.sort?.options[0]?.value;
  const search = useListSearch<ListView>({ locale, to, start, usualSort });
  const { view, isFetching, refusal, onChange, onSubmit } = search;
  return (
    <>
      {view.tabs ? <TabsNav label={copy.tabs ?? ""} tabs={view.tabs} /> : null}
      {view === start.view ? above : null}
      <div className="grid gap-8 lg:grid-cols-[16rem_1fr] lg:items-start">
        <ListForm
          apply={copy.list.apply}
          copy={copy.form}
          isOpen={start.view.chips.length > 0}
          onChange={onChange}
          onSubmit={onSubmit}
          view={view}
        />
        <div className="min-w-0 space-y-8">
          <ListResults copy={copy.list} isFetching={isFetching} refusal={refusal} view={view}>
            {view.cards.map((card) => (
              <ListCard card={card} copy={copy.card} key={card.href} />
            ))}
          </ListResults>
          {children}
        </div>
      </div>
    </>
  );
}
