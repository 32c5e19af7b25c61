import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned/queries";
import { canRenewProject } from "@/lib/projects/policy";
import { prolongedDeadline } from "@/lib/projects/project-deadline";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type RenewalFormProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** Prolongs the time for answers to a day of the owner's choice. */
export function RenewalForm({ project, viewer, locale, action }: RenewalFormProps) {
  const { id, deadline, slug, version } = project;
  if (!deadline || !canRenewProject(viewer, project)) return null;
  const t = getTranslator(locale, "projects");
  return (
    <Card as="section" className="scroll-mt-24" labelledBy="deadline">
      <h2 className="mb-4 font-semibold text-lg" id="deadline">
        {t("renewal.label")}
      </h2>
      <MoveForm
        action={action}
        hidden={{ projectId: id, version: String(version), slug }}
        label={t("renewal.save")}
        locale={locale}
        scope="renew"
        variant="secondary"
      >
        <TextField
          defaultValue={prolongedDeadline(deadline, today())}
          hint={t("renewal.now", { day: formatDay(deadline, locale) })}
          label={t("renewal.until")}
          name="deadline"
          required
          type="date"
          width="short"
        />
      </MoveForm>
    </Card>
  );
}
