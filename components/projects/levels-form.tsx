import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Saying } from "@/lib/directory/crowd.queries";
import { canSetLevels } from "@/lib/entries/policy";
import type { OwnProject } from "@/lib/projects/owned.queries";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { LevelsFields } from "./levels-fields";
import { UnnamedNote } from "./unnamed-note";

type LevelsFormProps = {
  project: OwnProject;
  /** What is shown of it without its owner's name. */
  saying: Saying;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
};

/** Who reads what of a published project: shown at once, no review is needed. */
export function LevelsForm({ project, saying, viewer, locale, action }: LevelsFormProps) {
  if (!canSetLevels(viewer, project)) return null;
  const t = getTranslator(locale, "projects");
  return (
    <Card as="section" className="no-print" labelledBy="levels">
      <h2 className="mb-4 scroll-mt-24 font-semibold text-lg" id="levels">
        {t("levels.title")}
      </h2>
      <MoveForm
        action={action}
        hidden={{ projectId: project.id, version: String(project.version), slug: project.slug }}
        about={t("levels.title")}
        label={t("levels.save")}
        locale={locale}
        scope="levels"
        variant="secondary"
      >
        <LevelsFields
          levels={project}
          locale={locale}
          note={<UnnamedNote chosen={project} locale={locale} saying={saying} when="choice" />}
        />
      </MoveForm>
    </Card>
  );
}
