import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { projectTabs } from "@/lib/projects/project-list-view";
import { TabsNav } from "../ui/tabs-nav";

type ProjectTabsProps = { locale: Locale; isMatched: boolean; isForYou?: boolean };

/** All, offers, requests, R&D, what fits the member and their own, on a page of one of the last two. */
export function ProjectTabs({ locale, isMatched, isForYou }: ProjectTabsProps) {
  const t = getTranslator(locale, "projects");
  const tabs = projectTabs({ locale, filters: null, isMember: true, isMatched, isForYou });
  return <TabsNav label={t("tabs.label")} tabs={tabs} />;
}
