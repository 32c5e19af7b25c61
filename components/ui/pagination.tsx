import { Icon } from "./icon";
import { pageWindow } from "./page-window";

export type PaginationCopy = {
  label: string;
  previous: string;
  next: string;
  page: string;
  cut: string;
};

type PaginationProps = {
  page: number;
  pageCount: number;
  href: (page: number) => string;
  copy: PaginationCopy;
  /** That there is more than the last page shows, for whoever narrows the list. */
  isCut?: boolean;
};

const STEP =
  "inline-flex min-h-11 min-w-9 items-center justify-center gap-1.5 rounded-sm px-1 sm:min-w-11 sm:px-2 no-underline hover:bg-subtle";

/** Plain links to the pages of a list; nothing when there is only one. */
export function Pagination({ page, pageCount, href, copy, isCut }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <>
      {isCut && page === pageCount ? <p className="mt-8 text-secondary">{copy.cut}</p> : null}
      <nav aria-label={copy.label} className="no-print mt-10 flex flex-wrap items-center sm:gap-1">
        {page > 1 ? (
          <a className={STEP} href={href(page - 1)} rel="prev">
            <Icon className="size-4.5" name="arrow-left" />
            <span className="max-sm:sr-only">{copy.previous}</span>
          </a>
        ) : null}
        {pageWindow(page, pageCount).map((number, index) =>
          number === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no identity
            <Gap key={`gap-${index}`} />
          ) : (
            <a
              aria-current={number === page ? "page" : undefined}
              aria-label={`${copy.page} ${number}`}
              className={`${STEP} tabular-nums aria-[current=page]:bg-chip aria-[current=page]:font-semibold`}
              href={href(number)}
              key={number}
            >
              {number}
            </a>
          ),
        )}
        {page < pageCount ? (
          <a className={STEP} href={href(page + 1)} rel="next">
            <span className="max-sm:sr-only">{copy.next}</span>
            <Icon className="size-4.5" name="arrow-right" />
          </a>
        ) : null}
      </nav>
    </>
  );
}

function Gap() {
  return (
    <span aria-hidden="true" className="px-1 text-muted">
      {"…"}
    </span>
  );
}
