"use client";

import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { directoryQuery } from "@/lib/directory/directory-address";
import type { DirectoryView } from "@/lib/directory/directory-view";
import { Chip } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { Pagination, type PaginationCopy } from "../ui/pagination";
import type { MemberCardCopy } from "./member-card";
import { MemberList } from "./member-list";

export type DirectoryResultsCopy = {
  title: string;
  similar: string;
  inForce: string;
  removeFilter: string;
  clear: string;
  unavailable: string;
  card: MemberCardCopy;
  pagination: PaginationCopy;
};

type DirectoryResultsProps = {
  locale: Locale;
  view: DirectoryView;
  copy: DirectoryResultsCopy;
  isFetching: boolean;
  /** Words of the server when it refused; null when all is well. */
  refusal: string | null;
};

/** What was found: how many, by which filters, one page of cards; or what to let go. */
export function DirectoryResults(props: DirectoryResultsProps) {
  const { locale, view, copy, isFetching, refusal } = props;
  const { filters, chips, empty } = view;
  const hrefOfPage = (page: number) =>
    path(locale, "/members", directoryQuery({ ...filters, page }));
  return (
    <section aria-busy={isFetching} aria-labelledby="results" className="min-w-0">
      <h2 className="sr-only" id="results">
        {copy.title}
      </h2>
      <p aria-live="polite" className="mb-4 font-semibold text-secondary" role="status">
        {view.count}
      </p>
      {refusal === null ? null : (
        <Notice className="mb-4" live tone="warning">
          {refusal || copy.unavailable}
        </Notice>
      )}
      {chips.length > 0 ? (
        <ul aria-label={copy.inForce} className="mb-5 flex flex-wrap items-center gap-2">
          {chips.map(({ label, href }) => (
            <li key={label}>
              <Chip href={href} label={label} removeLabel={copy.removeFilter} />
            </li>
          ))}
          <li>
            <a className="px-2 text-sm" href={path(locale, "/members")}>
              {copy.clear}
            </a>
          </li>
        </ul>
      ) : null}
      {empty ? (
        <EmptyState
          action={
            view.ways.length > 0 ? (
              <ul className="space-y-1">
                {view.ways.map(({ label, href }) => (
                  <li key={label}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            ) : undefined
          }
          headingLevel={3}
          text={empty.text}
          title={empty.title}
        />
      ) : (
        <MemberList copy={copy.card} locale={locale} members={view.members} />
      )}
      {view.similar.length > 0 ? (
        <>
          <h3 className="mt-8 mb-4 font-semibold">{copy.similar}</h3>
          <MemberList copy={copy.card} headingLevel={4} locale={locale} members={view.similar} />
        </>
      ) : null}
      <Pagination
        copy={copy.pagination}
        href={hrefOfPage}
        isCut={view.isCut}
        page={filters.page}
        pageCount={view.pageCount}
      />
    </section>
  );
}
