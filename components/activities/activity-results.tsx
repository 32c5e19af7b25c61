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
import { path } from "@/lib/core/paths";
import { ListResults } from "../ui/list-results";
import { ActivityCard } from "./activity-card";

type ActivityResultsProps = { locale: Locale; filters: ActivityFilters; list: ActivityList };

/** What of the activities was found, or which filter to let go. */
export function ActivityResults({ locale, filters, list }: ActivityResultsProps) {
  const t = getTranslator(locale, "activities");
  const hrefOf = (change: Partial<ActivityFilters>) =>
    path(locale, "/activities", activityQuery({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, list, locale);
  const isFiltered = chips.length > 0;
  return (
    <ListResults
      chips={chips.map(({ label, change }) => ({ label, href: hrefOf(change) }))}
      clearHref={hrefOf({ ...NO_FILTERS, sort: filters.sort })}
      count={t("list.count", { count: list.total })}
      empty={{
        title: t(isFiltered ? "list.emptyFilteredTitle" : "list.emptyTitle"),
        text: t(isFiltered ? "list.emptyFiltered" : "list.emptyText"),
      }}
      locale={locale}
      page={list.page}
      pageCount={list.pageCount}
      pageHref={(page) => hrefOf({ page })}
      ways={list.without.map(({ filter, total }) => ({
        label: t(WITHOUT[filter], { q: filters.q, count: total }),
        href: hrefOf({ [filter]: NO_FILTERS[filter] }),
      }))}
    >
      {list.activities.map((activity) => (
        <ActivityCard activity={activity} key={activity.slug} locale={locale} />
      ))}
    </ListResults>
  );
}

const WITHOUT = {
  q: "list.withoutQ",
  kinds: "list.withoutKinds",
  directions: "list.withoutDirections",
  stages: "list.withoutStages",
  sectors: "list.withoutSectors",
  cities: "list.withoutCities",
} as const;

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
