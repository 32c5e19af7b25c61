import type { ApplicationFilters, ApplicationView } from "@/lib/applications/vetting/schema";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { TabsNav } from "../ui/tabs-nav";

type StateTabsProps = {
  locale: Locale;
  filters: ApplicationFilters;
  counts: Record<ApplicationView, number>;
};

/** Applications by state; each tab opens what it counts. */
export function StateTabs({ locale, filters, counts }: StateTabsProps) {
  const t = getTranslator(locale, "vetting");
  const words = getTranslator(locale, "enums");
  const { page: _, ...kept } = filters;
  const tabs = (Object.keys(counts) as ApplicationView[]).map((state) => ({
    label: state === "open" ? t("views.open") : words(`application.${state}`),
    href: path(locale, "/admin/applications", {
      ...kept,
      state: state === "open" ? undefined : state,
    }),
    current: filters.state === state,
    count: counts[state],
  }));
  return <TabsNav label={t("views.label")} tabs={tabs} />;
}
