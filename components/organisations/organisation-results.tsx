import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OrganisationList } from "@/lib/organisations/listing.queries";
import {
  FACETS,
  NO_FILTERS,
  type OrganisationFilters,
  organisationQuery,
} from "@/lib/organisations/organisation-filters";
import { ListResults } from "../ui/list-results";
import { OrganisationCard } from "./organisation-card";

type OrganisationResultsProps = {
  locale: Locale;
  filters: OrganisationFilters;
  list: OrganisationList;
  isVisitor: boolean;
};

/** What of the organisations was found, or which filter to let go. */
export function OrganisationResults(props: OrganisationResultsProps) {
  const { locale, filters, list, isVisitor } = props;
  const t = getTranslator(locale, "organisations");
  const hrefOf = (change: Partial<OrganisationFilters>) =>
    path(locale, "/organisations", organisationQuery({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, list, locale);
  const isFiltered = chips.length > 0;
  return (
    <ListResults
      chips={chips.map(({ label, change }) => ({ label, href: hrefOf(change) }))}
      clearHref={hrefOf({ ...NO_FILTERS, side: filters.side })}
      count={t("list.count", { count: list.total })}
      empty={{
        title: t(isFiltered ? "list.emptyFilteredTitle" : "list.emptyTitle"),
        text: t(emptyText(isFiltered, isVisitor)),
      }}
      locale={locale}
      page={list.page}
      pageCount={list.pageCount}
      pageHref={(page) => hrefOf({ page })}
      ways={list.without.map(({ filter, total }) => ({
        label: t(`list.without.${filter}`, { q: filters.q, count: total }),
        href: hrefOf({ [filter]: NO_FILTERS[filter] }),
      }))}
    >
      {list.cards.map((organisation) => (
        <OrganisationCard key={organisation.id} locale={locale} organisation={organisation} />
      ))}
    </ListResults>
  );
}

function emptyText(isFiltered: boolean, isVisitor: boolean) {
  if (isFiltered) return "list.emptyFiltered";
  return isVisitor ? "list.emptyVisitor" : "list.emptyText";
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
