import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { canSetProgress, isFinalProgress, progressMoves } from "@/lib/projects/policy";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { SelectField } from "../ui/select-field";

type ProgressFormProps = {
  project: OwnProject;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** How far a published project has come and whether it takes interests: no review is needed for these. */
export function ProgressForm(props: ProgressFormProps) {
  const { project, viewer, locale } = props;
  const { progress } = project;
  if (!canSetProgress(viewer, project, progress)) return null;
  const t = getTranslator(locale, "projects");
  return (
    <Card as="section" className="no-print" labelledBy="progress">
      <h2 className="mb-4 scroll-mt-24 font-semibold text-lg" id="progress">
        {t("progress.title")}
      </h2>
      {isFinalProgress(progress) ? (
        <p className="max-w-measure text-secondary">
          {t("progress.final", {
            progress: getTranslator(locale, "enums")(`progress.${progress}`),
          })}
        </p>
      ) : (
        <>
          <OpenMoves {...props} />
          <Endings {...props} />
        </>
      )}
    </Card>
  );
}

/** What can be changed again. */
function OpenMoves({ project, viewer, locale, action }: ProgressFormProps) {
  const { progress, acceptingInterests } = project;
  const t = getTranslator(locale, "projects");
  const enums = getTranslator(locale, "enums");
  const moves = progressMoves(viewer, project).filter((to) => !isFinalProgress(to));
  return (
    <MoveForm
      action={action}
      hidden={hiddenOf(project)}
      about={t("progress.title")}
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
        options={[progress, ...moves].map((value) => ({
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
  );
}

/** What is final has a form of its own each, and says first what it leads to. */
function Endings({ project, viewer, locale, action }: ProgressFormProps) {
  const t = getTranslator(locale, "projects");
  const moves = progressMoves(viewer, project);
  const endings = (["completed", "dropped"] as const).filter((to) => moves.includes(to));
  const kept: Record<string, string> = project.acceptingInterests
    ? { acceptingInterests: "on" }
    : {};
  return (
    <div className="mt-6 flex flex-wrap items-start gap-3">
      {endings.map((progress) => (
        <GraveMove
          consequence={t("progress.consequence")}
          key={progress}
          label={t(`progress.${progress}.open`)}
        >
          <MoveForm
            action={action}
            hidden={{ ...hiddenOf(project), progress, ...kept }}
            label={t(`progress.${progress}.confirm`)}
            locale={locale}
            scope={progress}
            variant="danger"
          />
        </GraveMove>
      ))}
    </div>
  );
}

function hiddenOf({ id, version, slug }: OwnProject) {
  return { projectId: id, version: String(version), slug };
}
