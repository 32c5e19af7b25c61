import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { canRenewProject } from "@/lib/projects/policy";
import { latestDeadline, prolongedDeadline } from "@/lib/projects/project-deadline";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { ProposedDate } from "../ui/proposed-date";
import { TextField } from "../ui/text-field";

type RenewalFormProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** Moves the deadline for answers to a day of the owner's choice, later or nearer. */
export function RenewalForm({ project, viewer, locale, action }: RenewalFormProps) {
  const { id, deadline, slug, version } = project;
  if (!deadline || !canRenewProject(viewer, project)) return null;
  const t = getTranslator(locale, "projects");
  const day = today();
  const proposed = prolongedDeadline(deadline, day);
  const bounds = {
    day: formatDay(deadline, locale),
    last: formatDay(latestDeadline(day), locale),
  };
  return (
    <Card as="section" className="no-print" labelledBy="deadline">
      <h2 className="mb-4 scroll-mt-24 font-semibold text-lg" id="deadline">
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
          defaultValue={proposed}
          hint={t("renewal.now", bounds)}
          label={t("renewal.until")}
          name="deadline"
          required
          type="date"
          width="short"
        />
        <ProposedDate fields={["deadline"]} from={proposed} locale={locale} />
      </MoveForm>
    </Card>
  );
}
