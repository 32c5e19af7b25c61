import {
  type ActivityFilters,
  activityQuery,
  FACETS,
  type FacetName,
  NO_FILTERS,
} from "@/lib/activities/activity-filters";
import type { Facet } from "@/lib/activities/facets";
import type { ActivityList } from "@/lib/activities/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { Chip } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Pagination } from "../ui/pagination";
import { ActivityCard } from "./activity-card";

type ActivityResultsProps = { locale: Locale; filters: ActivityFilters; list: ActivityList };

/** How many were found and by which filters, then one page of cards; or what to let go. */
export function ActivityResults({ locale, filters, list }: ActivityResultsProps) {
  const t = getTranslator(locale, "activities");
  const ui = getTranslator(locale, "ui");
  const hrefOf = (change: Partial<ActivityFilters>) =>
    path(locale, "/activities", activityQuery({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, list, locale).map(({ label, change }) => ({
    label,
    href: hrefOf(change),
  }));
  return (
    <section aria-labelledby="results" className="min-w-0">
      <h2 className="mb-4 font-semibold text-base text-secondary" id="results">
        {t("list.count", { count: list.total })}
      </h2>
      {chips.length > 0 ? (
        <ul aria-label={t("list.inForce")} className="mb-5 flex flex-wrap items-center gap-2">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <Chip href={href} label={label} removeLabel={ui("filters.remove")} />
            </li>
          ))}
          <li>
            <a className="px-2 text-sm" href={hrefOf({ ...NO_FILTERS, sort: filters.sort })}>
              {ui("filters.clear")}
            </a>
          </li>
        </ul>
      ) : null}
      {list.activities.length === 0 ? (
        <EmptyState
          action={<Ways hrefOf={hrefOf} list={list} locale={locale} q={filters.q} />}
          headingLevel={3}
          text={chips.length > 0 ? t("list.emptyFiltered") : t("list.emptyText")}
          title={chips.length > 0 ? t("list.emptyFilteredTitle") : t("list.emptyTitle")}
        />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {list.activities.map((activity) => (
            <ActivityCard activity={activity} key={activity.slug} locale={locale} />
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
  list: ActivityList;
  q: string;
  locale: Locale;
  hrefOf: (change: Partial<ActivityFilters>) => string;
};

const WITHOUT = {
  q: "list.withoutQ",
  kinds: "list.withoutKinds",
  directions: "list.withoutDirections",
  stages: "list.withoutStages",
  sectors: "list.withoutSectors",
  cities: "list.withoutCities",
} as const;

/** Which filter to let go, with how many activities that would give. */
function Ways({ list, q, locale, hrefOf }: WaysProps) {
  const t = getTranslator(locale, "activities");
  if (list.without.length === 0) return null;
  return (
    <ul className="space-y-1">
      {list.without.map(({ filter, total }) => (
        <li key={filter}>
          <a href={hrefOf({ [filter]: NO_FILTERS[filter] })}>
            {t(WITHOUT[filter], { q, count: total })}
          </a>
        </li>
      ))}
    </ul>
  );
}

type Removable = { label: string; change: Partial<ActivityFilters> };

function chipsOf(filters: ActivityFilters, list: ActivityList, locale: Locale): Removable[] {
  const { q } = filters;
  const searched = getTranslator(locale, "activities")("list.searched", { q });
  const ofFacet = (facet: FacetName) => {
    const chosen: string[] = filters[facet];
    return choicesOf(list, facet)
      .filter(({ value }) => chosen.includes(value))
      .map(({ value, label }) => ({
        label,
        change: { [facet]: chosen.filter((one) => one !== value) },
      }));
  };
  return [...(q ? [{ label: searched, change: { q: "" } }] : []), ...FACETS.flatMap(ofFacet)];
}

function choicesOf({ facets }: ActivityList, facet: FacetName): Facet[] {
  return facet === "kinds" ? facets.kinds.flatMap(({ kinds }) => kinds) : facets[facet];
}
