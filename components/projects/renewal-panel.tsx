import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { canRenewProject } from "@/lib/projects/policy";
import {
  daysLeft,
  FIRST_WARNING_DAYS,
  isExpired,
  prolongedDeadline,
} from "@/lib/projects/project-deadline";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type RenewalPanelProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** For the owner, when the deadline is near or has passed: prolong it by one click. */
export function RenewalPanel({ project, viewer, locale, action }: RenewalPanelProps) {
  const { deadline, slug, version } = project;
  const day = today();
  const left = daysLeft(project, day);
  const isNear = left !== null && left <= FIRST_WARNING_DAYS;
  if (!deadline || !isNear || !canRenewProject(viewer, project)) return null;
  const t = getTranslator(locale, "projects");
  const to = prolongedDeadline(deadline, day);
  const state = isExpired(project, day) ? "expired" : "near";
  return (
    <section aria-label={t("renewal.label")} className="no-print mb-10 scroll-mt-24" id="renewal">
      <Notice
        title={t(`renewal.${state}.title`, { day: formatDay(deadline, locale) })}
        tone="warning"
      >
        <p>{t(`renewal.${state}.text`)}</p>
        <div className="mt-3 flex flex-wrap items-start gap-3">
          <MoveForm
            action={action}
            hidden={{ projectId: project.id, version: String(version), slug, deadline: to }}
            label={t("renewal.threeMonths", { day: formatDay(to, locale) })}
            locale={locale}
            scope="prolong"
          />
          <LinkButton href={path(locale, `/projects/${slug}/settings#deadline`)} variant="quiet">
            {t("renewal.other")}
          </LinkButton>
        </div>
      </Notice>
    </section>
  );
}
