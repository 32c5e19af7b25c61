"use client";

import type { Locale } from "@/lib/core/i18n/locales";
import type { DirectoryView } from "@/lib/directory/directory-view";
import { LiveQueries } from "../ui/live-queries";
import { useListSearch } from "../ui/use-list-search";
import { DirectoryForm, type DirectoryFormCopy } from "./directory-form";
import { DirectoryResults, type DirectoryResultsCopy } from "./directory-results";

type MemberDirectoryProps = {
  locale: Locale;
  start: { search: string; view: DirectoryView };
  copy: { form: DirectoryFormCopy; results: DirectoryResultsCopy };
};

/** The list with its form: a plain GET form that comes alive where JavaScript runs. */
export function MemberDirectory(props: MemberDirectoryProps) {
  return (
    <LiveQueries>
      <LiveDirectory {...props} />
    </LiveQueries>
  );
}

function LiveDirectory({ locale, start, copy }: MemberDirectoryProps) {
  const { view, isFetching, refusal, onChange, onSubmit } = useListSearch({
    locale,
    to: "/members",
    start,
    usualSort: "name",
  });
  return (
    <div className="gap-x-10 gap-y-8 max-lg:space-y-8 lg:grid lg:grid-cols-[17rem_1fr] lg:items-start">
      <DirectoryForm
        copy={copy.form}
        locale={locale}
        onChange={onChange}
        onSubmit={onSubmit}
        view={view}
      />
      <DirectoryResults
        copy={copy.results}
        isFetching={isFetching}
        locale={locale}
        refusal={refusal}
        view={view}
      />
    </div>
  );
}
