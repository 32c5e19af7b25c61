import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { TabsNav } from "../ui/tabs-nav";

export type ActivityView = "all" | "totals" | "mine";

type ActivityTabsProps = { locale: Locale; current: ActivityView; isMember: boolean };

/** The list, its totals, and for members their own. */
export function ActivityTabs({ locale, current, isMember }: ActivityTabsProps) {
  const t = getTranslator(locale, "activities");
  const hrefs: Record<ActivityView, string> = {
    all: path(locale, "/activities"),
    totals: path(locale, "/activities", { view: "totals" }),
    mine: path(locale, "/activities", { mine: 1 }),
  };
  const views: ActivityView[] = isMember ? ["all", "totals", "mine"] : ["all", "totals"];
  return (
    <TabsNav
      label={t("tabs.label")}
      tabs={views.map((view) => ({
        label: t(`tabs.${view}`),
        href: hrefs[view],
        current: view === current,
      }))}
    />
  );
}
