import type { ReactNode } from "react";
import type { ListCopy } from "@/lib/core/i18n/ui-copy";
import { hrefOfPage, type ListLink, type ListPage } from "@/lib/core/list-view";
import { Chip } from "./chip";
import { EmptyState } from "./empty-state";
import { Notice } from "./notice";
import { Pagination } from "./pagination";

type ListResultsProps = {
  view: ListPage;
  copy: ListCopy;
  isFetching: boolean;
  /** Words of the server when it refused, or none; null when all is well. */
  refusal: string | null;
  /** The cards. */
  children: ReactNode[];
};

/** How many were found and by which filters, then one page of cards; or what to let go, and whom to ask. */
export function ListResults({ view, copy, isFetching, refusal, children }: ListResultsProps) {
  const { chips, ways, empty, href } = view;
  return (
    <section aria-busy={isFetching} aria-labelledby="results" className="min-w-0">
      <h2 aria-live="polite" className="mb-4 font-semibold text-base text-secondary" id="results">
        {view.count}
      </h2>
      {refusal === null ? null : (
        <Notice className="mb-4" live tone="warning">
          {refusal || copy.unavailable}
        </Notice>
      )}
      {chips.length > 0 ? (
        <ul aria-label={copy.inForce} className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          {chips.map((chip) => (
            <li key={chip.href}>
              <Chip href={chip.href} label={chip.label} removeLabel={copy.remove} />
            </li>
          ))}
          <li className="flex flex-wrap gap-x-4">
            <a className="text-sm pointer-coarse:py-3" href={view.clearHref}>
              {copy.clear}
            </a>
            {view.keep ? (
              <a className="text-sm pointer-coarse:py-3" href={view.keep.href}>
                {view.keep.label}
              </a>
            ) : null}
          </li>
        </ul>
      ) : null}
      {empty && children.length === 0 ? (
        <EmptyState
          action={ways.length > 0 ? <Ways ways={ways} /> : undefined}
          headingLevel={3}
          text={empty.text}
          title={empty.title}
        />
      ) : (
        <ul className="card-grid">{children}</ul>
      )}
      <Pagination
        copy={copy.pagination}
        href={(page) => hrefOfPage(href, page)}
        isCut={view.isCut}
        page={view.page}
        pageCount={view.pageCount}
      />
    </section>
  );
}

function Ways({ ways }: { ways: ListLink[] }) {
  return (
    <ul className="space-y-1">
      {ways.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
