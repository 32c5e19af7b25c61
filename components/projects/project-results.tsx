import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { ReasonWords } from "@/lib/matching/reason-words";
import {
  PROJECTS_PER_PAGE,
  type ProjectFilters,
  projectFilterValues,
} from "@/lib/projects/project-filters";
import type { ProjectTeaser } from "@/lib/projects/queries";
import { Chip } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Pagination } from "../ui/pagination";
import { ProjectCard } from "./project-card";

type ProjectResultsProps = {
  locale: Locale;
  filters: ProjectFilters;
  cards: ProjectTeaser[];
  total: number;
  /** Why a project fits the reader, by its address. */
  reasons: ReadonlyMap<string, ReasonWords>;
};

/** How many were found and by which filters, then one page of cards; or what to let go. */
export function ProjectResults({ locale, filters, cards, total, reasons }: ProjectResultsProps) {
  const t = getTranslator(locale, "projects");
  const ui = getTranslator(locale, "ui");
  const hrefOf = (change: Partial<ProjectFilters>) =>
    path(locale, "/projects", projectFilterValues({ ...filters, page: 1, ...change }));
  const chips = chipsOf(filters, locale).map(({ label, change }) => ({
    label,
    href: hrefOf(change),
  }));
  return (
    <section aria-labelledby="results" className="min-w-0">
      <h2 className="mb-4 font-semibold text-base text-secondary" id="results">
        {t("list.count", { count: total })}
      </h2>
      {chips.length > 0 ? (
        <ul aria-label={t("list.inForce")} className="mb-5 flex flex-wrap items-center gap-2">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <Chip href={href} label={label} removeLabel={ui("filters.remove")} />
            </li>
          ))}
          <li>
            <a className="px-2 text-sm" href={hrefOf({ q: "", sectors: [], cities: [] })}>
              {ui("filters.clear")}
            </a>
          </li>
        </ul>
      ) : null}
      {cards.length === 0 ? (
        <EmptyState
          headingLevel={3}
          text={chips.length > 0 ? t("list.emptyFiltered") : t("list.emptyText")}
          title={chips.length > 0 ? t("list.emptyFilteredTitle") : t("list.emptyTitle")}
        />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {cards.map((project) => (
            <ProjectCard
              key={project.slug}
              locale={locale}
              project={project}
              reason={reasons.get(project.slug)}
            />
          ))}
        </ul>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(page) => hrefOf({ page })}
        page={filters.page}
        pageCount={Math.ceil(total / PROJECTS_PER_PAGE)}
      />
    </section>
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
      label: referenceLabel("sectors", slug, locale),
      change: { sectors: without(sectors, slug) },
    })),
    ...cities.map((slug) => ({
      label: referenceLabel("cities", slug, locale),
      change: { cities: without(cities, slug) },
    })),
  ];
}
