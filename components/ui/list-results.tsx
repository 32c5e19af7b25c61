import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { Chip } from "./chip";
import { EmptyState } from "./empty-state";
import { Pagination } from "./pagination";

type Way = { label: string; href: string };

type ListResultsProps = {
  locale: Locale;
  /** How many were found, in words. */
  count: string;
  /** The filters in force, each with the address without it. */
  chips: Way[];
  /** The address without any. */
  clearHref: string;
  /** When nothing is found: what to let go, with how many that would give. */
  ways?: Way[];
  empty: { title: string; text: string };
  page: number;
  pageCount: number;
  pageHref: (page: number) => string;
  /** The cards; none when nothing is found. */
  children: ReactNode[];
};

/** How many were found and by which filters, then one page of cards; or what to let go. */
export function ListResults(props: ListResultsProps) {
  const { locale, count, chips, clearHref, ways = [], empty, children } = props;
  const t = getTranslator(locale, "ui");
  return (
    <section aria-labelledby="results" className="min-w-0">
      <h2 className="mb-4 font-semibold text-base text-secondary" id="results">
        {count}
      </h2>
      {chips.length > 0 ? (
        <ul aria-label={t("filters.inForce")} className="mb-5 flex flex-wrap items-center gap-2">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <Chip href={href} label={label} removeLabel={t("filters.remove")} />
            </li>
          ))}
          <li>
            <a className="px-2 text-sm" href={clearHref}>
              {t("filters.clear")}
            </a>
          </li>
        </ul>
      ) : null}
      {children.length === 0 ? (
        <EmptyState
          action={ways.length > 0 ? <Ways ways={ways} /> : undefined}
          headingLevel={3}
          text={empty.text}
          title={empty.title}
        />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">{children}</ul>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={props.pageHref}
        page={props.page}
        pageCount={props.pageCount}
      />
    </section>
  );
}

function Ways({ ways }: { ways: Way[] }) {
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
