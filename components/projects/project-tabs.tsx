import { getTranslator } from "@/lib/core/i18n/translator";
import {
  type ProjectTabs as ProjectTabsProps,
  projectTabs,
} from "@/lib/projects/project-list-view";
import { TabsNav } from "../ui/tabs-nav";

/** All, offers, requests, R&D, and for members what fits them and their own. */
export function ProjectTabs(props: ProjectTabsProps) {
  const t = getTranslator(props.locale, "projects");
  return <TabsNav label={t("tabs.label")} tabs={projectTabs(props)} />;
}
