import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { TabsNav } from "../ui/tabs-nav";

type AdminTabsProps = {
  locale: Locale;
  current:
    | "queue"
    | "applications"
    | "members"
    | "audit"
    | "jobs"
    | "outcomes"
    | "pages"
    | "mailings"
    | "dues";
  /** Administrators also see accounts, the pages of the club, what is written to members, the trail and the jobs. */
  isAdministrator: boolean;
  waiting: number;
};

/** The rooms of the club team. */
export function AdminTabs({ locale, current, isAdministrator, waiting }: AdminTabsProps) {
  const t = getTranslator(locale, "admin");
  const queue = { label: t("tabs.queue"), href: path(locale, "/admin"), count: waiting };
  const applications = { label: t("tabs.applications"), href: path(locale, "/admin/applications") };
  const outcomes = { label: t("tabs.outcomes"), href: path(locale, "/admin/outcomes") };
  const members = { label: t("tabs.members"), href: path(locale, "/admin/members") };
  const dues = { label: t("tabs.dues"), href: path(locale, "/admin/dues") };
  const audit = { label: t("tabs.audit"), href: path(locale, "/admin/audit") };
  const pages = { label: t("tabs.pages"), href: path(locale, "/admin/pages") };
  const mailings = { label: t("tabs.mailings"), href: path(locale, "/admin/mailings") };
  const jobs = { label: t("tabs.jobs"), href: path(locale, "/admin/jobs") };
  const tabs = [
    { ...queue, current: current === "queue" },
    { ...applications, current: current === "applications" },
    { ...outcomes, current: current === "outcomes" },
    ...(isAdministrator
      ? [
          { ...members, current: current === "members" },
          { ...dues, current: current === "dues" },
          { ...pages, current: current === "pages" },
          { ...mailings, current: current === "mailings" },
          { ...audit, current: current === "audit" },
          { ...jobs, current: current === "jobs" },
        ]
      : []),
  ];
  return <TabsNav label={t("tabs.label")} tabs={tabs} />;
}
