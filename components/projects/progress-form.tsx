import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned/queries";
import { canSetProgress, progressMoves } from "@/lib/projects/policy";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { MoveForm } from "../ui/move-form";
import { SelectField } from "../ui/select-field";

type ProgressFormProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** How far a published project has come and whether it takes interests: no review is needed for these. */
export function ProgressForm({ project, viewer, locale, action }: ProgressFormProps) {
  const { progress, acceptingInterests } = project;
  if (!canSetProgress(viewer, project, progress)) return null;
  const t = getTranslator(locale, "projects");
  const enums = getTranslator(locale, "enums");
  return (
    <Card as="section" className="no-print" labelledBy="progress">
      <h2 className="mb-4 font-semibold text-lg" id="progress">
        {t("progress.title")}
      </h2>
      <MoveForm
        action={action}
        hidden={{ projectId: project.id, version: String(project.version), slug: project.slug }}
        label={t("progress.save")}
        locale={locale}
        scope="progress"
        variant="secondary"
      >
        <SelectField
          defaultValue={progress}
          hint={t("progress.hint")}
          label={t("progress.label")}
          name="progress"
          options={[progress, ...progressMoves(viewer, project)].map((value) => ({
            value,
            label: enums(`progress.${value}`),
          }))}
          required
        />
        <Checkbox
          defaultChecked={acceptingInterests}
          label={t("progress.interests")}
          name="acceptingInterests"
          value="on"
        />
      </MoveForm>
    </Card>
  );
}
