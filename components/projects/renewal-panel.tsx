import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned/queries";
import { canRenewProject } from "@/lib/projects/policy";
import {
  daysLeft,
  FIRST_WARNING_DAYS,
  isExpired,
  prolongedDeadline,
} from "@/lib/projects/project-deadline";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { TextField } from "../ui/text-field";

type RenewalPanelProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** For the owner, when the deadline is near or has passed: prolong it by one click, or to a day of their choice. */
export function RenewalPanel({ project, viewer, locale, action }: RenewalPanelProps) {
  const { deadline, slug, version } = project;
  const day = today();
  const left = daysLeft(project, day);
  const isNear = left !== null && left <= FIRST_WARNING_DAYS;
  if (!deadline || !isNear || !canRenewProject(viewer, project)) return null;
  const t = getTranslator(locale, "projects");
  const hidden = { projectId: project.id, version: String(version), slug };
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
            hidden={{ ...hidden, deadline: to }}
            label={t("renewal.threeMonths", { day: formatDay(to, locale) })}
            locale={locale}
            scope="prolong"
          />
          <details className="group open:basis-full">
            <summary className="inline-flex min-h-11 items-center font-semibold text-link">
              {t("renewal.other")}
            </summary>
            <div className="mt-2">
              <MoveForm
                action={action}
                hidden={hidden}
                label={t("renewal.save")}
                locale={locale}
                scope="renew"
                variant="secondary"
              >
                <TextField
                  defaultValue={to}
                  label={t("facts.deadline")}
                  name="deadline"
                  required
                  type="date"
                  width="short"
                />
              </MoveForm>
            </div>
          </details>
        </div>
      </Notice>
    </section>
  );
}
