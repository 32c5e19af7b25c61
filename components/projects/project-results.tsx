import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ReasonWords } from "@/lib/matching/reason-words";
import { fieldLabel } from "@/lib/projects/choice-words";
import type { ProjectList } from "@/lib/projects/listing.queries";
import {
  NO_FILTERS,
  type ProjectFilters,
  projectFilterValues,
} from "@/lib/projects/project-filters";
import { ListResults } from "../ui/list-results";
import { ProjectCard } from "./project-card";

type ProjectResultsProps = {
  locale: Locale;
  filters: ProjectFilters;
  list: ProjectList;
  /** Why a project fits the reader, by its address. */
  reasons: ReadonlyMap<string, ReasonWords>;
};

/** What of the projects was found, or which filter to let go. */
export function ProjectResults({ locale, filters, list, reasons }: ProjectResultsProps) {
  const t = getTranslator(locale, "projects");
  const hrefOf = (change: Partial<ProjectFilters>) =>
    path(locale, "/projects", projectFilterValues({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, locale);
  const isFiltered = chips.length > 0;
  return (
    <ListResults
      chips={chips.map(({ label, change }) => ({ label, href: hrefOf(change) }))}
      clearHref={hrefOf({ q: "", sectors: [], cities: [] })}
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
        label: t(`list.without.${filter}`, { q: filters.q, count: total }),
        href: hrefOf({ [filter]: NO_FILTERS[filter] }),
      }))}
    >
      {list.cards.map((project) => (
        <ProjectCard
          key={project.slug}
          locale={locale}
          project={project}
          reason={reasons.get(project.slug)}
        />
      ))}
    </ListResults>
  );
}

type Removable = { label: string; change: Partial<ProjectFilters> };

function chipsOf(filters: ProjectFilters, locale: Locale): Removable[] {
  const { q, sectors, cities } = filters;
  const without = (list: string[], slug: string) => list.filter((one) => one !== slug);
  return [
    ...(q
      ? [{ label: getTranslator(locale, "projects")("list.searched", { q }), change: { q: "" } }]
      : []),
    ...sectors.map((slug) => ({
      label: fieldLabel("sectors", slug, locale),
      change: { sectors: without(sectors, slug) },
    })),
    ...cities.map((slug) => ({
      label: fieldLabel("cities", slug, locale),
      change: { cities: without(cities, slug) },
    })),
  ];
}
