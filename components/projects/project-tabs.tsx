import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { ProjectFacets } from "@/lib/projects/listing.queries";
import {
  PROJECT_GROUPS,
  type ProjectFilters,
  projectFilterValues,
} from "@/lib/projects/project-filters";
import { TabsNav } from "../ui/tabs-nav";

type ProjectTabsProps = {
  locale: Locale;
  /** Null on the page of one's own projects. */
  list: { filters: ProjectFilters; facets: ProjectFacets } | null;
  isMember: boolean;
  /** On the page of what fits the reader. */
  isForYou?: boolean;
};

/** All, offers, requests, R&D, and for members what fits them and their own. */
export function ProjectTabs({ locale, list, isMember, isForYou = false }: ProjectTabsProps) {
  const t = getTranslator(locale, "projects");
  const { filters, facets } = list ?? {};
  const hrefOf = (type: ProjectFilters["type"]) =>
    path(locale, "/projects", projectFilterValues({ ...filters, type, page: 1 }));
  const all = facets && Object.values(facets.groups).reduce((sum, count) => sum + count, 0);
  return (
    <TabsNav
      label={t("tabs.label")}
      tabs={[
        { label: t("tabs.all"), href: hrefOf(null), current: filters?.type === null, count: all },
        ...PROJECT_GROUPS.map((group) => ({
          label: t(`tabs.${group}`),
          href: hrefOf(group),
          current: filters?.type === group,
          count: facets?.groups[group],
        })),
        ...(isMember
          ? [
              {
                label: getTranslator(locale, "matching")("tab"),
                href: path(locale, "/matches"),
                current: isForYou,
              },
              {
                label: t("tabs.mine"),
                href: path(locale, "/projects", { mine: "1" }),
                current: list === null && !isForYou,
              },
            ]
          : []),
      ]}
    />
  );
}
