"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ListCopy } from "@/lib/core/i18n/ui-copy";
import type { ListPage } from "@/lib/core/list-view";
import { ListForm, type ListFormCopy } from "./list-form";
import { ListResults } from "./list-results";
import { LiveQueries } from "./live-queries";
import { TabsNav } from "./tabs-nav";
import { useListSearch } from "./use-list-search";

export type LiveSearchProps<View> = {
  locale: Locale;
  /** Where the list stands: `/projects`. */
  to: string;
  start: { search: string; view: View };
  copy: { list: ListCopy; form: ListFormCopy; tabs?: string };
  /** What stands above it until something else is asked for. */
  above?: ReactNode;
  /** What stands below the results. */
  children?: ReactNode;
};

type Drawn<View> = LiveSearchProps<View> & {
  draw: (view: View) => ReactNode[];
  /** What an answer shows below its results. */
  drawBelow?: (view: View) => ReactNode;
};

/** A list with its form: a plain GET form that comes alive where JavaScript runs. */
export function LiveSearch<View extends ListPage>(props: Drawn<View>) {
  return (
    <LiveQueries>
      <Living {...props} />
    </LiveQueries>
  );
}

function Living<View extends ListPage>(props: Drawn<View>) {
  const { locale, to, start, copy, above, children, draw, drawBelow } = props;
  const usualSort = copy.form.sort?.options[0]?.value;
  const search = useListSearch<View>({ locale, to, start, usualSort });
  const { view, isFetching, refusal, onChange, onSubmit } = search;
  return (
    <>
      {view.tabs ? <TabsNav label={copy.tabs ?? ""} tabs={view.tabs} /> : null}
      {view === start.view ? above : null}
      <div className="grid gap-8 lg:grid-cols-[16rem_1fr] lg:items-start">
        <ListForm
          copy={copy.form}
          isOpen={start.view.sort !== usualSort}
          locale={locale}
          onChange={onChange}
          onSubmit={onSubmit}
          view={view}
          words={copy.list}
        />
        <div className="min-w-0 space-y-8">
          <ListResults copy={copy.list} isFetching={isFetching} refusal={refusal} view={view}>
            {draw(view)}
          </ListResults>
          {drawBelow?.(view)}
          {children}
        </div>
      </div>
    </>
  );
}
