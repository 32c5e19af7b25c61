import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { OrganisationList } from "@/lib/organisations/listing/queries";
import {
  FACETS,
  NO_FILTERS,
  type OrganisationFilters,
  organisationQuery,
} from "@/lib/organisations/organisation-filters";
import { Chip } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Pagination } from "../ui/pagination";
import { OrganisationCard } from "./organisation-card";

type OrganisationResultsProps = {
  locale: Locale;
  filters: OrganisationFilters;
  list: OrganisationList;
  isVisitor: boolean;
};

/** How many were found and by which filters, then one page of cards; or what to let go. */
export function OrganisationResults(props: OrganisationResultsProps) {
  const { locale, filters, list, isVisitor } = props;
  const t = getTranslator(locale, "organisations");
  const ui = getTranslator(locale, "ui");
  const hrefOf = (change: Partial<OrganisationFilters>) =>
    path(locale, "/organisations", organisationQuery({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, list, locale);
  return (
    <section aria-labelledby="results" className="min-w-0">
      <h2 className="mb-4 font-semibold text-base text-secondary" id="results">
        {t("list.count", { count: list.total })}
      </h2>
      {chips.length > 0 ? (
        <ul aria-label={t("list.inForce")} className="mb-5 flex flex-wrap items-center gap-2">
          {chips.map(({ label, change }) => (
            <li key={label}>
              <Chip href={hrefOf(change)} label={label} removeLabel={ui("filters.remove")} />
            </li>
          ))}
          <li>
            <a className="px-2 text-sm" href={hrefOf({ ...NO_FILTERS, side: filters.side })}>
              {ui("filters.clear")}
            </a>
          </li>
        </ul>
      ) : null}
      {list.cards.length === 0 ? (
        <EmptyState
          action={<Ways hrefOf={hrefOf} list={list} locale={locale} q={filters.q} />}
          headingLevel={3}
          text={
            chips.length > 0
              ? t("list.emptyFiltered")
              : t(isVisitor ? "list.emptyVisitor" : "list.emptyText")
          }
          title={chips.length > 0 ? t("list.emptyFilteredTitle") : t("list.emptyTitle")}
        />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {list.cards.map((organisation) => (
            <OrganisationCard key={organisation.id} locale={locale} organisation={organisation} />
          ))}
        </ul>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(page) => hrefOf({ page })}
        page={list.page}
        pageCount={list.pageCount}
      />
    </section>
  );
}

type WaysProps = {
  list: OrganisationList;
  q: string;
  locale: Locale;
  hrefOf: (change: Partial<OrganisationFilters>) => string;
};

/** Which filter to let go, with how many organisations that would give. */
function Ways({ list, q, locale, hrefOf }: WaysProps) {
  const t = getTranslator(locale, "organisations");
  if (list.without.length === 0) return null;
  return (
    <ul className="space-y-1">
      {list.without.map(({ filter, total }) => (
        <li key={filter}>
          <a href={hrefOf({ [filter]: NO_FILTERS[filter] })}>
            {t(`list.without.${filter}`, { q, count: total })}
          </a>
        </li>
      ))}
    </ul>
  );
}

type Removable = { label: string; change: Partial<OrganisationFilters> };

function chipsOf(
  filters: OrganisationFilters,
  { facets }: OrganisationList,
  locale: Locale,
): Removable[] {
  const { q } = filters;
  const label = getTranslator(locale, "organisations")("list.searched", { q });
  const boxes = FACETS.flatMap((facet) =>
    facets[facet]
      .filter(({ value }) => filters[facet].includes(value))
      .map((one) => ({
        label: one.label,
        change: { [facet]: filters[facet].filter((value) => value !== one.value) },
      })),
  );
  return [...(q ? [{ label, change: { q: "" } }] : []), ...boxes];
}
