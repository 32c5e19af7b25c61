"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import type { DirectoryView } from "@/lib/directory/directory-view";
import { DirectoryForm, type DirectoryFormCopy } from "./directory-form";
import { DirectoryResults, type DirectoryResultsCopy } from "./directory-results";
import { useMemberSearch } from "./use-member-search";

type MemberDirectoryProps = {
  locale: Locale;
  start: { search: string; view: DirectoryView };
  copy: { form: DirectoryFormCopy; results: DirectoryResultsCopy };
};

/** The list with its form: a plain GET form that comes alive where JavaScript runs. */
export function MemberDirectory(props: MemberDirectoryProps) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <LiveDirectory {...props} />
    </QueryClientProvider>
  );
}

function LiveDirectory({ locale, start, copy }: MemberDirectoryProps) {
  const { view, isFetching, refusal, onChange, onSubmit } = useMemberSearch(locale, start);
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
